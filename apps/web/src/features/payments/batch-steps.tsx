import type { PaymentView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import type { threeSums } from './groups';
import styles from './payment.module.css';

interface Props {
  readonly view: PaymentView;
  readonly sums: ReturnType<typeof threeSums>;
}

interface Stop {
  readonly name: 'drawn' | 'approved' | 'released' | 'answered';
  readonly isDone: boolean;
  readonly says: string;
}

const WITHOUT_APPROVAL: readonly PaymentView['status'][] = ['unwritten', 'drawn'];

/** Who made, who checked and who sent the batch, and how much of it the bank has answered. */
export function BatchSteps({ view, sums }: Props) {
  const { t } = useTranslation();
  const nameOf = (staffId: string | undefined) => (staffId ? (view.staffNames[staffId] ?? staffId) : '');
  const isReleased = view.status === 'released';
  const isApproved = view.approvedBy !== '' && !WITHOUT_APPROVAL.includes(view.status);
  const answered = sums.all.count - sums.unknown.count;
  const stops: readonly Stop[] = [
    { name: 'drawn', isDone: true, says: nameOf(view.drawnBy) },
    {
      name: 'approved',
      isDone: isApproved,
      says: isApproved
        ? t('payment.steps.second', { name: nameOf(view.approvedBy) })
        : t('payment.steps.notDrawer', { name: nameOf(view.drawnBy) }),
    },
    { name: 'released', isDone: isReleased, says: nameOf(view.releasedBy) },
    {
      name: 'answered',
      isDone: isReleased && sums.unknown.count === 0,
      says: isReleased ? t('payment.steps.answers', { answered, all: sums.all.count }) : '',
    },
  ];
  const current = stops.find(({ isDone }) => !isDone);
  return (
    <ol className={styles['steps']}>
      {stops.map((stop) => (
        <li
          key={stop.name}
          className={stop.isDone ? styles['done'] : stop === current ? styles['current'] : undefined}
          aria-current={stop === current ? 'step' : undefined}
        >
          <i>{stop.isDone && <Icon name="check" size={12} />}</i>
          <b>{t(`payment.steps.${stop.name}`)}</b>
          <span>{stop.says}</span>
        </li>
      ))}
    </ol>
  );
}
