import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import excel, { type Workbook } from 'exceljs';

/** A file as it came from the field. */
export function caseFile(name: string): Buffer {
  return readFileSync(join(__dirname, 'files', name));
}

/** A cell of a workbook that a case describes in a table. */
export interface DescribedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly type: string;
  readonly value: string;
  readonly number_format?: string;
  readonly merge?: string;
  readonly workbook_date1904?: string;
}

/** The cells that a `*.cells.csv` describes. */
export function describedCells(name: string): readonly DescribedCell[] {
  return parse(caseFile(name), { columns: true });
}

const HIDDEN = /\(hidden.*\)$/;

/** The workbook that a case describes, and what a test puts beside it. */
export function workbookOf(
  cells: readonly DescribedCell[],
  more?: (workbook: Workbook) => void,
): Promise<Buffer> {
  const workbook = new excel.Workbook();
  workbook.properties.date1904 = cells.some((each) => each.workbook_date1904 === '1');
  for (const { sheet: named, cell: at, type, value, number_format: format, merge } of cells) {
    const name = named.replace(HIDDEN, '');
    const sheet = workbook.getWorksheet(name) ?? workbook.addWorksheet(name);
    if (HIDDEN.test(named)) sheet.state = 'hidden';
    if (merge) sheet.mergeCells(merge);
    const cell = sheet.getCell(at);
    cell.value = type === 'number' ? Number(value) : value;
    if (format) cell.numFmt = format;
  }
  more?.(workbook);
  return bytesOf(workbook);
}

/** A workbook of one sheet, row by row. */
export function workbookOfRows(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('名册').addRows(rows.map((row) => [...row]));
  return bytesOf(workbook);
}

export async function bytesOf(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A workbook that was handed out, as a spreadsheet opens it. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}
