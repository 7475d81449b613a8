import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageSeen } from './stages';
import styles from './stage-row.module.css';

interface Props {
  readonly stages: readonly StageSeen[];
  /** Where in its stage the case is parked. */
  readonly step: string | undefined;
  /** How often it had come to just there. */
  readonly times: number;
}

/** The stages of the case as they stood: what it had gone through, where it is parked, what came later. */
export function StageRow({ stages, step, times }: Props) {
  const { t } = useTranslation();
  const row = useRef<HTMLOListElement>(null);
  const parkedAt = stages.findIndex(({ seen }) => seen === 'parked');
  useEffect(() => {
    const parked = row.current?.children[parkedAt];
    if (!row.current || !(parked instanceof HTMLElement)) return;
    row.current.scrollLeft = parked.offsetLeft - (row.current.clientWidth - parked.clientWidth) / 2;
  }, [parkedAt]);
  const said = ({ seen, visits, visitsLater }: StageSeen): string => {
    if (seen === 'never') return t('history.never');
    if (seen === 'later') return t('history.later', { times: visitsLater });
    if (seen === 'parked') return [step, t('history.parked', { times })].filter(Boolean).join(' · ');
    const past = t('history.walked', { times: visits });
    return visitsLater === 0 ? past : `${past} · ${t('history.later', { times: visitsLater })}`;
  };
  return (
    // A row that is wider than its place is scrolled, by keys as well.
    <ol ref={row} className={styles['row']} aria-label={t('history.stages')} tabIndex={0}>
      {stages.map((each) => (
        <li
          key={each.stage}
          className={styles[each.seen]}
          aria-current={each.seen === 'parked' ? 'step' : undefined}
        >
          <b>{t(`path.stages.${each.stage}`)}</b>
          <span>{said(each)}</span>
        </li>
      ))}
    </ol>
  );
}
