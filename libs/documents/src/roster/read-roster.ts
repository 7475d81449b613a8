import { checkCell } from './check-cell';
import { cleanText } from './clean-text';
import { columnOf, isIgnored, type RosterColumn } from './columns';
import { decodeText, type TextEncoding } from './decode-text';
import { findHeader, type Header } from './find-header';
import { COLUMNS_MAX, FILE_BYTES_MAX, ROWS_MAX } from './limits';
import { mapInSlices } from './in-slices';
import { errorIn, RosterUnreadable, type RosterProblem } from './problem';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import { columnLetters, type Sheet, type SheetCell, type SheetRow } from './sheet';
import { whyNoHousehold, type WhySkipped } from './skip-row';

/** A cell of a known column. */
export interface RosterCell extends SheetCell {
  /** Cleaned: what is compared, checked and kept. `raw` stays beside it. */
  readonly text: string;
  /** The column's title as the file has it. */
  readonly title: string;
}

export interface RosterRow {
  readonly row: number;
  /** By the column's key; an empty cell is missing. */
  readonly cells: Readonly<Record<string, RosterCell | undefined>>;
}

/** A roster as it was read, before anyone asks what it says. */
export interface Roster {
  readonly format: 'xlsx' | 'csv';
  readonly encoding: TextEncoding | 'xlsx';
  readonly sheet: Sheet;
  readonly header: Header;
  /** The keys of the columns that the file has. */
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly RosterRow[];
  /** Rows that speak of no household, by the sheet's numbers. */
  readonly skipped: readonly { readonly row: number; readonly why: WhySkipped }[];
  readonly problems: readonly RosterProblem[];
}

export interface ReadRosterOptions {
  readonly columns: readonly RosterColumn[];
  /** Overrules the guess of how a text file is written. */
  readonly encoding?: TextEncoding | undefined;
}

/**
 * Reads a roster from a workbook or from comma or tab separated text, whatever its name says. Every row keeps
 * the number it has in the sheet. Throws `RosterUnreadable` when there is nothing to be read.
 */
export async function readRoster(bytes: Buffer, options: ReadRosterOptions): Promise<Roster> {
  if (bytes.length === 0) throw new RosterUnreadable('file-empty');
  if (bytes.length > FILE_BYTES_MAX) throw new RosterUnreadable('file-too-large');
  const { sheets, ...read } = await sheetsOf(bytes, options.encoding);
  for (const sheet of sheets) {
    const header = findHeader(sheet, options.columns);
    if (header) return { ...read, ...(await rosterIn(sheet, header, options.columns)) };
  }
  throw new RosterUnreadable('header-missing');
}

async function sheetsOf(bytes: Buffer, encoding: TextEncoding | undefined) {
  const magic = bytes.subarray(0, 4).toString('hex');
  if (magic === 'd0cf11e0') throw new RosterUnreadable('workbook-old-or-locked');
  if (magic === '504b0304') {
    return { format: 'xlsx', encoding: 'xlsx', sheets: await readXlsx(bytes) } as const;
  }
  const decoded = decodeText(bytes, encoding);
  return { format: 'csv', encoding: decoded.encoding, sheets: [readCsv(decoded.text)] } as const;
}

async function rosterIn(sheet: Sheet, header: Header, columns: readonly RosterColumn[]) {
  if (sheet.rows.length > ROWS_MAX) throw new RosterUnreadable('too-many-rows', { limit: ROWS_MAX });
  if (header.titles.length > COLUMNS_MAX)
    throw new RosterUnreadable('too-many-columns', { limit: COLUMNS_MAX });
  const known = header.titles.map((title) => (title === undefined ? undefined : columnOf(columns, title)));
  const body = sheet.rows.filter(({ row }) => row > header.lastRow);
  const skipped = sheet.rows.flatMap(({ row, cells }) => {
    const why = row < header.firstRow ? 'title' : row > header.lastRow ? whyNoHousehold(cells) : undefined;
    return why === undefined ? [] : [{ row, why }];
  });
  const skippedRows = new Set(skipped.map(({ row }) => row));
  const spoken = body.filter(({ row }) => !skippedRows.has(row));
  const read = await mapInSlices(spoken, (row) => readRow(row, header, known));
  return {
    sheet,
    header,
    columns: new Set(known.flatMap((column) => column?.key ?? [])),
    rows: read.map(({ row }) => row),
    skipped,
    problems: [...headerProblems(header, known, columns, body), ...read.flatMap(({ problems }) => problems)],
  };
}

function readRow({ row, cells }: SheetRow, { titles }: Header, known: readonly (RosterColumn | undefined)[]) {
  const problems: RosterProblem[] = [];
  const read: Record<string, RosterCell> = {};
  for (const [index, column] of known.entries()) {
    if (!column) continue;
    const title = titles[index]!;
    const cell = cells[index];
    const text = cleanText(cell?.raw ?? '');
    if (cell && text !== '') read[column.key] = { ...cell, text, title };
    problems.push(...checkCell(row, column, title, read[column.key]));
  }
  return { row: { row, cells: read }, problems };
}

function headerProblems(
  { lastRow, titles }: Header,
  known: readonly (RosterColumn | undefined)[],
  columns: readonly RosterColumn[],
  body: readonly SheetRow[],
): readonly RosterProblem[] {
  const width = Math.max(titles.length, ...body.map(({ cells }) => cells.length));
  const unknown = Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const title = titles[index];
    const isUnknown = title === undefined ? isUsed(body, index) : !known[index] && !isIgnored(title);
    return isUnknown ? [errorIn(lastRow, title ?? columnLetters(index), 'column-unknown')] : [];
  });
  const twice = known.flatMap((column, index) =>
    column && known.indexOf(column) < index ? [errorIn(lastRow, titles[index], 'column-twice')] : [],
  );
  const groups = new Set(columns.flatMap(({ group }) => group ?? []));
  const missing = [...groups]
    .filter((group) => !known.some((column) => column?.group === group))
    .map((group) => {
      const named = columns.filter((column) => column.group === group).map(({ title }) => title);
      return errorIn(lastRow, undefined, 'column-missing', { columns: named.join('/') });
    });
  return [...unknown, ...twice, ...missing];
}

function isUsed(body: readonly SheetRow[], index: number): boolean {
  return body.some(({ cells }) => cells[index] !== undefined);
}
