import { sayImport, type ImportReport, type Language } from '@yihu/api-contract';
import type { Roster, RosterUnreadable } from '@yihu/documents';
import { maskAccount, maskIdentity } from '@yihu/vault';
import type { CheckedRoster } from './import-check';
import { importNotice, toldByReading, type ImportTold } from './import-told';
import type { Progress } from './import-write';

const PREVIEW_ROWS = 5;
const PROBLEMS_MAX = 1000;

/** What an import knows about itself, in no language yet. */
export interface ImportState {
  readonly importId: string;
  readonly fileName: string;
  readonly format: ImportReport['format'];
  readonly dryRun: boolean;
  readonly status: ImportReport['status'];
  readonly roster: Roster | undefined;
  readonly checked: CheckedRoster | undefined;
  readonly told: readonly ImportTold[];
  readonly progress: Progress;
}

/** In the order of the sheet, with one error for a cell: what a damaged number is not is no news. */
export function inOrder(told: readonly ImportTold[]): readonly ImportTold[] {
  const seen = new Set<string>();
  const once = told.filter(({ row, column, weight }) => {
    if (weight === 'notice' || column === undefined) return true;
    const cell = `${row} ${column}`;
    return !seen.has(cell) && seen.add(cell);
  });
  const sorted = [...once].sort((a, b) => a.row - b.row);
  const left = sorted.length - PROBLEMS_MAX;
  if (left <= 0) return sorted;
  return [...sorted.slice(0, PROBLEMS_MAX), importNotice(0, 'more-problems', { count: left })];
}

/** What is wrong with a file of which nothing can be read. */
export function toldByUnreadable({ row, code, detail }: RosterUnreadable): ImportTold {
  return toldByReading({ row, code, detail, weight: 'error' });
}

/** Puts an import into words. */
export function reportOf(state: ImportState, language: Language): ImportReport {
  const { importId, fileName, dryRun, status, roster, checked, told, progress } = state;
  const { done, all, written } = progress;
  return {
    importId,
    fileName,
    format: state.format,
    encoding: roster?.encoding ?? (state.format === 'xlsx' ? 'xlsx' : 'utf-8'),
    ...(roster?.sheet.name !== undefined && { sheet: roster.sheet.name }),
    dryRun,
    status,
    rows: checked?.rows.length ?? 0,
    otherTowns: checked?.otherTowns ?? 0,
    skipped: (roster?.skipped ?? []).map(({ row, why }) => ({
      row,
      why: sayImport(`skipped-${why}`, {}, language),
    })),
    registered: written,
    unchanged: checked?.unchanged ?? 0,
    differs: checked?.differs ?? [],
    problems: inOrder(told).map(({ say, ...problem }) => ({ ...problem, message: say(language) })),
    preview: roster ? previewOf(roster, checked) : [],
    progress: { done, all },
  };
}

/** The first rows under the file's own titles. Numbers of people are masked, as they are everywhere. */
function previewOf({ rows }: Roster, checked: CheckedRoster | undefined): ImportReport['preview'] {
  const own = checked && new Set(checked.rows.map(({ row }) => row));
  const shownRows = rows.filter(({ row }) => own?.has(row) ?? true).slice(0, PREVIEW_ROWS);
  return shownRows.map(({ cells }) =>
    Object.fromEntries(
      Object.entries(cells).flatMap(([key, cell]) => (cell ? [[cell.title, shown(key, cell.text)]] : [])),
    ),
  );
}

function shown(key: string, text: string): string {
  if (key === 'identity') return maskIdentity(text);
  return key === 'account' ? maskAccount(text) : text;
}
