import type { PathStop } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { shortDayOf } from '../shared/format';
import { Icon } from './icon';
import styles from './path-bar.module.css';

interface Props {
  readonly stops: readonly PathStop[];
  /** Whom it waits for: under the stop that comes next, or under the first, where a plan still goes from hand to hand. */
  readonly now?: string;
}

/** Where a case stands: what is behind with date and name, what is ahead in grey with whose it is. */
export function PathBar({ stops, now }: Props) {
  const { t } = useTranslation();
  const at = stops.findIndex(({ state }) => state === 'current');
  const awaited = at > 0 ? at + 1 : at;
  return (
    <ol className={styles['path']} aria-label={t('path.name')}>
      {stops.map((stop, place) => (
        <li
          key={stop.stage}
          className={styles[stop.state]}
          aria-current={stop.state === 'current' ? 'step' : undefined}
        >
          <i>{stop.state === 'past' && <Icon name="check" size={11} />}</i>
          <b>{t(`path.stages.${stop.stage}`)}</b>
          <Below stop={stop} now={place === awaited ? now : undefined} />
        </li>
      ))}
    </ol>
  );
}

function Below({ stop, now }: { readonly stop: PathStop; readonly now: string | undefined }) {
  const { t } = useTranslation();
  if (stop.state === 'ahead') return <span>{now ?? t(`path.owners.${stop.stage}`)}</span>;
  return (
    <>
      {stop.enteredAt !== undefined && <span>{shortDayOf(stop.enteredAt)}</span>}
      <span>{now ?? stop.by}</span>
    </>
  );
}
