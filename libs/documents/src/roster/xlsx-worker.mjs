// This file is run as it is, in a thread of its own: the reader is a module of the new kind only, and a
// workbook must not be able to stop or fill the process that everyone works with.
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';

const SHEETS_MAX = 10;
const { bytes, rowsMax, columnsMax } = workerData;

/** The names of the sheets that can be seen, without reading any of them. */
async function visibleSheets() {
  const names = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name);
      return false;
    },
  });
  return names.slice(0, SHEETS_MAX);
}

function cellOf(value) {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { kind: 'date', raw: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') return value.trim() === '' ? null : { kind: 'text', raw: value };
  return { kind: typeof value, raw: String(value) };
}

/** The rows that have something in them; `tooMany` and `tooWide` end reading. */
async function rowsOf(sheet) {
  const rows = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.slice(0, columnsMax).map(cellOf);
    const isTooWide = values.slice(columnsMax).some((value) => cellOf(value) !== null);
    if (isTooWide) return { rows, row: index + 1, refused: 'too-many-columns' };
    if (cells.every((cell) => cell === null)) continue;
    if (rows.length === rowsMax) return { rows, row: index + 1, refused: 'too-many-rows' };
    rows.push({ row: index + 1, cells: cells.map((cell) => cell ?? undefined) });
  }
  return { rows };
}

const sheets = [];
for (const name of await visibleSheets()) sheets.push({ name, ...(await rowsOf(name)) });
parentPort.postMessage(sheets);
