import type { WorklistItem, WorklistReason } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../components/chip';
import type { IconName } from '../../components/icon';
import { daysBetween } from '../../shared/format';

const LOOKS: Readonly<Record<WorklistReason, readonly [ChipTone, IconName]>> = {
  returned: ['returned', 'back'],
  resubmitted: ['returned', 'pen'],
  rectifying: ['returned', 'back'],
  frozen: ['idle', 'lock'],
  'bank-returned': ['returned', 'back'],
  'at-cap': ['remark', 'flag'],
};

interface Props {
  readonly item: WorklistItem;
  readonly today: string;
}

/** The one remark that a row has room for; without one, by how much it is late. */
export function ReasonChip({ item: { reason, dueOn, dueGroup }, today }: Props) {
  const { t } = useTranslation();
  if (reason) {
    const [tone, icon] = LOOKS[reason];
    return (
      <Chip tone={tone} icon={icon}>
        {t(`reasons.${reason}`)}
      </Chip>
    );
  }
  const lateBy = dueGroup === 'overdue' && dueOn !== undefined ? daysBetween(dueOn, today) : 0;
  if (lateBy <= 0) return null;
  return (
    <Chip tone="late" icon="clock">
      {t('due.lateBy', { count: lateBy })}
    </Chip>
  );
}
