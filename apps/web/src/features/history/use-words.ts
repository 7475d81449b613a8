import type { CaseView, TimelineItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import type { Words } from './changes';
import type { Place } from './place';

/** Says what happened: `起草方案 第 2 版`. */
export function useFactWords(): (item: Pick<TimelineItem, 'type' | 'data'>) => string {
  const { t } = useTranslation();
  return ({ type, data }) => {
    const { planVersion } = data;
    const words = t(`facts.${type}`);
    return typeof planVersion === 'number'
      ? `${words} ${t('history.version', { version: planVersion })}`
      : words;
  };
}

/** Says where a case stands: `编制方案 · 填写`. */
export function usePlaceWords(): (place: Place) => string {
  const { t } = useTranslation();
  return ({ stage, step, amendment }) => {
    const words = [t(`path.stages.${stage}`)];
    if (step !== undefined) words.push(t(`history.places.${step}`));
    if (amendment !== undefined) words.push(t(`history.places.${amendment}`));
    return words.join(' · ');
  };
}

/** The names of the staff in a history, by id. */
export function staffNamesOf(
  items: readonly TimelineItem[],
  { villageCadre, townCadre }: Pick<CaseView, 'villageCadre' | 'townCadre'>,
): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const { actorId, actorName, office } of items) names[actorId] = actorName ?? office;
  for (const cadre of [villageCadre, townCadre]) {
    if (cadre) names[cadre.staffId] = cadre.name ?? cadre.office;
  }
  return names;
}

/** Words for everything that a step can change. */
export function useChangeWords(names: Readonly<Record<string, string>>): Words {
  const { t } = useTranslation();
  const place = usePlaceWords();
  return {
    place,
    version: (version) => t('history.version', { version }),
    signatures: (whose) => whose.map((each) => t(`history.signers.${each}`)).join(t('history.and')),
    staff: (staffId) => names[staffId] ?? staffId,
    grounds: (grounds) => grounds.map((each) => t(`history.grounds.${each}`)).join(t('history.and')),
  };
}
