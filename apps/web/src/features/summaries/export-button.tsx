import type { TownSummaryView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { csvOf, saveFile } from '../../shared/csv';
import { useUnitName } from '../../shared/programme';
import type { PaperRow } from './paper-rows';
import { summaryTable } from './summary-csv';
import { useRemark } from './use-remark';

interface Props {
  readonly view: TownSummaryView;
  readonly no: number | undefined;
  readonly rows: readonly PaperRow[];
}

const HEADS = [
  'no',
  'village',
  'name',
  'class',
  'members',
  'items',
  'subsidy',
  'forecast',
  'reward',
  'together',
  'remark',
  'code',
] as const;

/** Hands over what is on the screen as a table for other programs. */
export function ExportButton({ view, no, rows }: Props) {
  const { t } = useTranslation();
  const unit = useUnitName();
  const remark = useRemark();
  const save = () => {
    const table = summaryTable(rows, {
      heads: HEADS.map((head) => t(`summary.columns.${head}`)),
      sum: t('paper.sum'),
      unit,
      householdClass: (householdClass) => t(`householdClasses.${householdClass}`),
      remark,
    });
    const name = t('summary.file', { year: view.year, town: view.townName, no: no ?? '' });
    saveFile(`${name}.csv`, csvOf(table));
  };
  return (
    <Button onClick={save}>
      <Icon name="download" />
      CSV
    </Button>
  );
}
