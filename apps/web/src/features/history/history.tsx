import type { CaseView, TimelineItem } from '@yihu/api-contract';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/chip';
import { timeOf } from '../../shared/format';
import { useProgramme, useUnitName } from '../../shared/programme';
import { useSession } from '../../shared/session';
import styles from './history.module.css';
import { MomentPane } from './moment-pane';
import { placeOf } from './place';
import { Player } from './player';
import { replay } from './replay';
import { StageRow } from './stage-row';
import { stagesAt, visitsOfPlace } from './stages';
import { StepList } from './step-list';
import { StepPane } from './step-pane';
import { TimeRuler } from './time-ruler';
import { staffNamesOf, useFactWords, usePlaceWords } from './use-words';

interface Props {
  readonly now: CaseView;
  readonly items: readonly TimelineItem[];
  /** The revision at which the address parks the history; its last event without one. */
  readonly revision: number | undefined;
  readonly onRevision: (revision: number) => void;
}

/** A case's whole history: where it stood, when, and what each step did, from the first event to the last. */
export function History({ now, items, revision, onRevision }: Props) {
  const { t } = useTranslation();
  const { data: programme } = useProgramme();
  const { data: session } = useSession();
  const [isNow, setNow] = useState(false);
  const sayFact = useFactWords();
  const sayPlace = usePlaceWords();
  const head = usePaperHead(now);
  const steps = useMemo(() => replay(items), [items]);
  const names = useMemo(() => staffNamesOf(items, now), [items, now]);
  const last = steps.length - 1;
  const index = Math.min(last, Math.max(0, revision ?? last));
  const goTo = useCallback((place: number) => onRevision(place), [onRevision]);
  const step = steps[index]!;
  const { step: inStage } = placeOf(step.after.folded.node!);
  const policy = programme?.policies.at(-1)?.policy;
  const said = `${timeOf(step.item.recordedAt)} ${sayFact(step.item)}`;
  return (
    <>
      <Title now={now} place={sayPlace(placeOf(steps[last]!.after.folded.node!))} />
      <div className={styles['panel']}>
        <StageRow
          stages={stagesAt(steps, index)}
          times={visitsOfPlace(steps, index)}
          step={inStage === undefined ? undefined : t(`history.places.${inStage}`)}
        />
      </div>
      <div className={styles['panel']}>
        <TimeRuler
          steps={steps}
          index={index}
          deadlines={policy?.deadlines}
          now={session?.now}
          onStep={goTo}
        />
        <Player index={index} count={steps.length} said={said} goTo={goTo} />
      </div>
      <div className={styles['panes']}>
        <section className={styles['pane']} aria-labelledby="steps">
          <header>
            <h2 id="steps">{t('history.steps', { steps: steps.length })}</h2>
          </header>
          <StepList steps={steps} index={index} onStep={goTo} />
        </section>
        <MomentPane
          step={step}
          now={steps[last]!.after}
          isNow={isNow}
          onNow={setNow}
          head={head}
          names={names}
        />
        <StepPane step={step} place={`${index + 1} / ${steps.length}`} names={names} />
      </div>
    </>
  );
}

function Title({ now, place }: { readonly now: CaseView; readonly place: string }) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { name, householdCode, householdClass, memberCount, village, town } = now.household;
  const where = unitName(town) + unitName(village);
  return (
    <header className={styles['title']}>
      <h1>{t('history.title', { name: name ?? householdCode })}</h1>
      <span>
        {t('history.about', {
          where,
          householdClass: t(`householdClasses.${householdClass}`),
          count: memberCount,
        })}
      </span>
      <Chip tone="running" icon="running">
        {t('history.nowAt', { place })}
      </Chip>
    </header>
  );
}

function usePaperHead({ year, household }: CaseView) {
  const unitName = useUnitName();
  const { name, householdClass, phoneMasked, memberCount, town, village } = household;
  return {
    year,
    townName: unitName(town),
    villageName: unitName(village),
    name,
    householdClass,
    phoneMasked,
    memberCount,
  };
}
