import type { AllowedAction, BatchResult, SummarySheetView, TownSummaryView } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../components/command-button';
import { Money } from '../../components/money';
import type { useCommand } from '../../shared/use-command';
import { FilingBar } from './filing-bar';
import { rowsOfSheet, sumsOf } from './paper-rows';
import { SheetDialog } from './sheet-dialog';
import styles from './summary.module.css';

interface Props {
  readonly view: TownSummaryView;
  readonly sheet: SummarySheetView;
  readonly filing: ReturnType<typeof useCommand<BatchResult>>;
}

/** What a sheet waits for, and what can be done about it. */
export function SheetBar({ view, sheet, filing }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<AllowedAction | undefined>();
  const next = view.allowedActions.find(({ command }) => command === sheet.task);
  const calledOff = view.allowedActions.find(
    ({ command, allowed }) => allowed && formOf('summaries', command) === 'sheet-reason',
  );
  const { subsidyFen, rewardFen } = sumsOf(rowsOfSheet(view, sheet));
  const fileable = view.rows.filter((row) => row.sheetNo === sheet.no && row.fileable);
  // Plans are filed by the office that receives the sheets.
  const receives = view.allowedActions.find(({ command }) => formOf('summaries', command) === 'receive');
  const isOffice = receives?.refusals.every(({ kind }) => kind !== 'authority') ?? false;
  if (isOffice && fileable.length > 0) return <FilingBar sheet={sheet} rows={fileable} filing={filing} />;
  const ended =
    fileable.length > 0 ? t('summary.filing.waits', { count: fileable.length }) : t('summary.ended');
  const waits = sheet.task === undefined ? ended : t(`summary.waits.${sheet.task}`);
  return (
    <footer className={styles['bar']}>
      <p>
        <b>{waits}</b>
        <span>
          {t('summary.comesTo')} <Money fen={subsidyFen + rewardFen} /> {t('money.yuan')}
          {sheet.receiptNo !== '' && `，${t('summary.receipt', { receiptNo: sheet.receiptNo })}`}
        </span>
      </p>
      {calledOff && sheet.task !== undefined && (
        <CommandButton
          action={calledOff}
          words={t(`commands.summaries.${calledOff.command}`)}
          size="large"
          onPress={() => setOpen(calledOff)}
        />
      )}
      {next && (
        <CommandButton
          action={next}
          words={t(`commands.summaries.${next.command}`)}
          look="primary"
          size="large"
          isLow
          onPress={() => setOpen(next)}
        />
      )}
      {open && <SheetDialog view={view} sheet={sheet} action={open} onClose={() => setOpen(undefined)} />}
    </footer>
  );
}
