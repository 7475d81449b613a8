import { useTranslation } from 'react-i18next';
import type { StageSeen } from './stages';
import styles from './stage-row.module.css';

interface Props {
  readonly stages: readonly StageSeen[];
  /** Where in its stage the case is parked. */
  readonly step: string | undefined;
}

/** The stages of the case as they stood: what it had gone through, where it is parked, what came later. */
export function StageRow({ stages, step }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={styles['row']} aria-label={t('history.stages')} tabIndex={0}>
      {stages.map((each) => (
        <li
          key={each.stage}
          className={styles[each.seen]}
          aria-current={each.seen === 'parked' ? 'step' : undefined}
        >
          <b>{t(`path.stages.${each.stage}`)}</b>
          <span>
            {each.seen === 'parked' && step !== undefined ? `${step}，${visits(each)}` : visits(each)}
          </span>
        </li>
      ))}
    </ol>
  );

  function visits({ seen, visits: times, visitsLater }: StageSeen): string {
    if (seen === 'never') return t('history.never');
    if (seen === 'later') return t('history.later', { times: visitsLater });
    const past = t(seen === 'parked' ? 'history.parked' : 'history.walked', { times });
    return visitsLater === 0 ? past : `${past}，${t('history.later', { times: visitsLater })}`;
  }
}
