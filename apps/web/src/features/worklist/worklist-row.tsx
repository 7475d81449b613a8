import { Link } from '@tanstack/react-router';
import type { WorklistItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { useTaskWords } from '../../components/use-task-words';
import { shortDayOf } from '../../shared/format';
import { useUnitName } from '../../shared/programme';
import { placeOf } from './place-of';
import { ReasonChip } from './reason-chip';
import { subjectOf } from './use-worklist';
import styles from './worklist.module.css';

interface Props {
  readonly item: WorklistItem;
  readonly today: string;
  /** It was acted on, and waits for nobody here. */
  readonly isDone: boolean;
  readonly isOpen: boolean;
  /** Opens it beside the list; without one the row leads to its page. */
  readonly onOpen: ((item: WorklistItem) => void) | undefined;
}

/** One thing to do: whose, where, what, how much, and how long it has waited. */
export function WorklistRow({ item, today, isDone, isOpen, onOpen }: Props) {
  const { t } = useTranslation();
  const wordsOf = useTaskWords();
  const unitName = useUnitName();
  const { household, village, town, kind, task, activity, count, dueGroup, waitingDays } = item;
  const title = household
    ? (household.name ?? household.householdCode)
    : t(`inbox.kinds.${kind}`, { unit: unitName(village ?? town) });
  const said = () => {
    if (isDone) return t('inbox.doneOn', { on: shortDayOf(item.since) });
    return waitingDays > 0 ? t('inbox.waited', { days: waitingDays }) : t('inbox.today');
  };
  return (
    <li>
      <Link
        id={rowIdOf(item)}
        {...(placeOf(item) as { to: never })}
        className={styles['row']}
        aria-current={isOpen || undefined}
        onClick={(event) => {
          if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(item);
        }}
      >
        <b>{title}</b>
        <span className={styles['where']}>
          {household ? unitName(household.village) : t('inbox.holds', { count })}
        </span>
        <strong>
          <Money fen={item.amountFen} />
        </strong>
        <span className={styles['what']}>
          {wordsOf(task, kind)}
          {activity && ` · ${t(`activities.${activity}`)}`} <ReasonChip item={item} today={today} />
        </span>
        <span className={dueGroup === 'overdue' ? styles['late'] : styles['waited']}>{said()}</span>
      </Link>
    </li>
  );
}

export const rowIdOf = (item: WorklistItem): string => `row-${subjectOf(item)}`;
