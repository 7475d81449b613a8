import type { SummarySheetView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../components/chip';
import type { IconName } from '../../components/icon';

const LOOKS: Readonly<Record<SummarySheetView['status'], readonly [ChipTone, IconName]>> = {
  drawn: ['running', 'running'],
  sealed: ['running', 'running'],
  submitted: ['running', 'running'],
  received: ['done', 'approved'],
  void: ['idle', 'cross'],
};

/** How far a sheet has come. */
export function SheetStatus({ status }: Pick<SummarySheetView, 'status'>) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`summary.status.${status}`)}
    </Chip>
  );
}
