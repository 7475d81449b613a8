import type { WorklistItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { PhoneLink } from '../../../components/phone/phone-link';
import { useTaskWords } from '../../../components/use-task-words';
import { daysBetween, yuan } from '../../../shared/format';
import { useUnitName } from '../../../shared/programme';
import styles from './today.module.css';

/** One thing to do: who, where, how much, how urgent, and the button that does it. */
export function TaskCard({ item, today }: { readonly item: WorklistItem; readonly today: string }) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { kind, household, task, village, town, amountFen, subjectId } = item;
  const words = useTaskWords()(task, kind);
  return (
    <li className={styles['card']}>
      <div>
        <b className={styles['name']}>{household?.name ?? household?.householdCode ?? unitName(town)}</b>
        <span className={styles['name']}>
          <b>{yuan(amountFen)}</b> <small>{t('money.yuan')}</small>
        </span>
      </div>
      <div>
        <span>
          {village !== undefined && unitName(village)}
          {item.activity && ` · ${t(`activities.${item.activity}`)}`}
        </span>
        <Remark item={item} today={today} />
      </div>
      {kind === 'case' ? (
        <PhoneLink href={`/m/cases/${subjectId}`} className={styles['act']}>
          {words}
          <Icon name="right" size={18} />
        </PhoneLink>
      ) : (
        <p className={styles['elsewhere']}>{t('phone.atTheDesk', { task: words })}</p>
      )}
    </li>
  );
}

function Remark({ item: { dueOn, dueGroup, reason }, today }: { item: WorklistItem; today: string }) {
  const { t } = useTranslation();
  if (dueGroup === 'overdue' && dueOn !== undefined) {
    return (
      <span data-tone="late" className={styles['chip']}>
        <Icon name="clock" size={14} />
        {t('due.lateBy', { count: daysBetween(dueOn, today) })}
      </span>
    );
  }
  if (reason === undefined) return null;
  return (
    <span data-tone={reason === 'at-cap' ? 'plain' : 'returned'} className={styles['chip']}>
      <Icon name={reason === 'at-cap' ? 'flag' : 'back'} size={14} />
      {t(`reasons.${reason}`)}
    </span>
  );
}
