import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../components/chip';
import type { IconName } from '../../components/icon';

const LOOKS: Readonly<Record<string, readonly [ChipTone, IconName]>> = {
  drawn: ['running', 'running'],
  approved: ['running', 'running'],
  released: ['running', 'clock'],
  cancelled: ['idle', 'cross'],
};

interface Props {
  readonly status: string;
  /** Every yuan of it has arrived. */
  readonly isSettled: boolean;
  /** The bank has answered for every row. */
  readonly isAnswered: boolean;
}

/** How far a batch has come. */
export function BatchStatus({ status, isSettled, isAnswered }: Props) {
  const { t } = useTranslation();
  if (isSettled) {
    return (
      <Chip tone="done" icon="approved">
        {t('payment.status.settled')}
      </Chip>
    );
  }
  if (isAnswered) {
    return (
      <Chip tone="returned" icon="back">
        {t('payment.status.answered')}
      </Chip>
    );
  }
  const [tone, icon] = LOOKS[status] ?? ['idle', 'waiting'];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`payment.status.${status}`)}
    </Chip>
  );
}
