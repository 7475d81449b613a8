import { Workbook } from 'exceljs';
import type { CsvRow } from './csv';
import { withFixedTimes } from './zip-times';

/** The day the roster was handed out; the file says so whenever it is made. */
const WRITTEN_AT = new Date('2024-02-28T01:00:00Z');

/** Excel's number format for text: leading zeros and long numbers stay as they are. */
const TEXT_FORMAT = '@';

/** One sheet with a header row, every cell a text. The same rows give the same bytes. */
export async function xlsxBytes(
  sheetName: string,
  header: readonly string[],
  rows: readonly CsvRow[],
): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.creator = '渝北区到户到人项目演示';
  workbook.created = WRITTEN_AT;
  workbook.modified = WRITTEN_AT;
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  const texts = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
  for (const text of texts) {
    sheet.addRow([...text]).eachCell((cell) => {
      cell.numFmt = TEXT_FORMAT;
    });
  }
  header.forEach((column, index) => {
    const longest = Math.max(...texts.map((text) => text[index]!.length));
    sheet.getColumn(index + 1).width = Math.max(longest, column.length * 2) + 2;
  });
  return withFixedTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}
