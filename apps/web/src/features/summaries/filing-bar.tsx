import type { BatchResult, SummaryRowView, SummarySheetView } from '@yihu/api-contract';
import { commandWith, pathTo } from '@yihu/api-contract/browser';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ProblemNote } from '../../components/problem-note';
import type { useCommand } from '../../shared/use-command';
import styles from './summary.module.css';

/** One call decides at most so many cases. */
const ITEMS_MAX = 200;

interface Props {
  readonly sheet: SummarySheetView;
  readonly rows: readonly SummaryRowView[];
  /** Held by the page: what is filed is gone from this bar before the outcome is read. */
  readonly filing: ReturnType<typeof useCommand<BatchResult>>;
}

/** A received sheet: its plans are filed together under its receipt number, and each has an outcome of its own. */
export function FilingBar({ sheet, rows, filing }: Props) {
  const { t } = useTranslation();
  const { mutate, error, isPending } = filing;
  const command = commandWith('cases', 'file');
  if (command === undefined) return null;
  const items = rows.slice(0, ITEMS_MAX).map(({ caseId, revision }) => ({
    caseId,
    revision,
    summaryNo: sheet.no,
    receiptNo: sheet.receiptNo,
  }));
  const give = () => !isPending && mutate({ path: pathTo('cases', command), body: { items } });
  return (
    <footer className={styles['bar']}>
      <p>
        <b>{t('summary.filing.waits', { count: rows.length })}</b>
        <span>{t('summary.receipt', { receiptNo: sheet.receiptNo })}</span>
      </p>
      {error && <ProblemNote error={error} />}
      <Button look="primary" size="large" off={isPending} onClick={give}>
        {t('summary.filing.give', { count: items.length })}
      </Button>
    </footer>
  );
}
