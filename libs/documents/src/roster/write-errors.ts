import type { Worksheet } from 'exceljs';
import { columnOf, ERROR_COLUMN, HOUSEHOLD_COLUMNS } from './columns';
import type { Roster } from './read-roster';
import type { RosterProblem } from './problem';
import { columnLetters, type SheetCell } from './sheet';
import { filledWith, RED, TEXT_FORMAT, YELLOW } from './write-styles';

/** A problem in somebody's words. */
export interface SpokenProblem extends Pick<RosterProblem, 'row' | 'column' | 'weight'> {
  readonly message: string;
}

const WIDTH = 18;
const ERROR_WIDTH = 60;

/**
 * The same rows at the same places, with what is wrong in a last column and the cells coloured, so that the
 * file can be corrected and imported as it is (IMP-17). A number stays a number: as text it would look whole.
 */
export async function writeErrors(roster: Roster, problems: readonly SpokenProblem[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(roster.sheet.name ?? '名册');
  const { lastRow, titles } = roster.header;
  const own = titles.indexOf(ERROR_COLUMN);
  for (const { row, cells } of roster.sheet.rows) {
    for (const [index, cell] of cells.entries())
      if (cell && index !== own) writeCell(sheet, row, index, cell);
  }
  const errorIndex = own < 0 ? titles.length : own;
  formatColumns(sheet, titles, errorIndex);
  for (const [row, told] of byRow(problems, lastRow)) {
    sheet.getCell(row, errorIndex + 1).value = told.map(({ message }) => message).join('\n');
    for (const { column, weight } of told) {
      const index = column === undefined ? -1 : titleIndex(titles, column);
      if (index >= 0) sheet.getCell(row, index + 1).fill = filledWith(weight === 'error' ? RED : YELLOW);
    }
  }
  const title = sheet.getCell(lastRow, errorIndex + 1);
  const about = title.value;
  title.value = ERROR_COLUMN;
  if (about) title.note = String(about);
  title.fill = filledWith(RED);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeCell(sheet: Worksheet, row: number, index: number, { kind, raw }: SheetCell): void {
  const cell = sheet.getCell(row, index + 1);
  if (kind === 'number') cell.value = Number(raw);
  else if (kind === 'boolean') cell.value = raw === 'true';
  else {
    cell.value = raw;
    cell.numFmt = TEXT_FORMAT;
  }
}

function formatColumns(sheet: Worksheet, titles: readonly (string | undefined)[], errorIndex: number): void {
  for (const [index, title] of titles.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = WIDTH;
    const holds = title === undefined ? undefined : columnOf(HOUSEHOLD_COLUMNS, title)?.holds;
    // What is typed into an empty cell of the column stays as it is typed.
    if (holds === 'identifier' || holds === 'phone') column.numFmt = TEXT_FORMAT;
  }
  sheet.getColumn(errorIndex + 1).width = ERROR_WIDTH;
}

/** What is wrong with the file as a whole stands beside its titles. */
function byRow(problems: readonly SpokenProblem[], headerRow: number): ReadonlyMap<number, SpokenProblem[]> {
  const rows = new Map<number, SpokenProblem[]>();
  for (const problem of problems) {
    const row = Math.max(problem.row, headerRow);
    rows.set(row, [...(rows.get(row) ?? []), problem]);
  }
  return rows;
}

function titleIndex(titles: readonly (string | undefined)[], column: string): number {
  const named = titles.indexOf(column);
  return named >= 0
    ? named
    : titles.findIndex((title, index) => title === undefined && columnLetters(index) === column);
}
