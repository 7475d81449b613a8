import type { AllowedAction, BatchResult, SummarySheetView, TownSummaryView } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../components/command-button';
import { useCommand } from '../../shared/use-command';
import { DrawBar } from './draw-bar';
import { ExportButton } from './export-button';
import { FiguresPanel } from './figures-panel';
import { FilingResult } from './filing-result';
import { rowsOfSheet, rowsOfTown } from './paper-rows';
import { SheetBar } from './sheet-bar';
import { SheetTabs } from './sheet-tabs';
import { SummaryPaper } from './summary-paper';
import styles from './summary.module.css';
import { useChoice } from './use-choice';

interface Props {
  readonly view: TownSummaryView;
  /** The sheet that the address names. */
  readonly sheetNo: number | undefined;
}

/** A town's summary: its figures, its sheets as their paper reads, and what can be done about them. */
export function TownSummaryPage({ view, sheetNo }: Props) {
  const { t } = useTranslation();
  // What is waited for is what a visitor came for.
  const [picked, setPicked] = useState<number | 'town' | undefined>(sheetNo);
  const [isDrawing, setDrawing] = useState(false);
  const filing = useCommand<BatchResult>();
  const choice = useChoice(view.rows.filter(({ drawable }) => drawable));
  const waiting = sheetToShow(view);
  const shown = isDrawing || picked === 'town' ? undefined : (picked ?? waiting?.no);
  const sheet = view.sheets.find(({ no }) => no === shown);
  const rows = sheet ? rowsOfSheet(view, sheet) : rowsOfTown(isDrawing ? { rows: choice.all } : view);
  const show = (no: number | undefined) => {
    setDrawing(false);
    setPicked(no ?? 'town');
  };
  const draw = drawAction(view);
  return (
    <>
      <Title view={view}>
        <ExportButton view={view} no={shown} rows={rows} />
        {draw && choice.all.length > 0 && !isDrawing && (
          <CommandButton
            action={draw}
            words={`${t(`commands.summaries.${draw.command}`)}（${choice.all.length}）`}
            icon="plus"
            onPress={() => setDrawing(true)}
          />
        )}
      </Title>
      <FiguresPanel view={view} />
      <SheetTabs view={view} shown={shown} onShow={show} />
      {filing.data && <FilingResult view={view} result={filing.data} onClose={filing.reset} />}
      <SummaryPaper
        year={view.year}
        townName={view.townName}
        rows={rows}
        {...(isDrawing && { pick: choice.boxFor, summed: rowsOfTown({ rows: choice.chosen }) })}
      />
      {isDrawing && draw && (
        <DrawBar
          view={view}
          action={draw}
          chosen={choice.chosen}
          onClose={() => setDrawing(false)}
          onDrawn={() => {
            setDrawing(false);
            setPicked(undefined);
          }}
        />
      )}
      {sheet && <SheetBar key={sheet.no} view={view} sheet={sheet} filing={filing} />}
    </>
  );
}

function Title({ view, children }: { readonly view: TownSummaryView; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <header className={styles['title']}>
      <h1>{t('summary.title', { town: view.townName })}</h1>
      <span>{t('summary.households', { count: view.rows.length })}</span>
      {view.incomplete && <span className={styles['incomplete']}>{t('summary.incomplete')}</span>}
      <div>{children}</div>
    </header>
  );
}

/** The sheet that waits for whoever reads, or for anybody, or the last one. */
function sheetToShow({ sheets, allowedActions }: TownSummaryView): SummarySheetView | undefined {
  const mayGive = (task: string | undefined) =>
    allowedActions.some(({ command, allowed }) => allowed && command === task);
  return (
    sheets.find(({ task }) => mayGive(task)) ??
    sheets.findLast(({ task }) => task !== undefined) ??
    sheets.at(-1)
  );
}

/** Who has no part in drawing sheets is not shown the button. */
function drawAction({ allowedActions }: TownSummaryView): AllowedAction | undefined {
  return allowedActions.find(
    ({ command, refusals }) =>
      formOf('summaries', command) === 'cases' && refusals.every(({ kind }) => kind !== 'authority'),
  );
}
