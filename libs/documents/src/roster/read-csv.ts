import { CsvError, parse } from 'csv-parse/sync';
import { RosterUnreadable } from './problem';
import type { Sheet, SheetCell } from './sheet';

const RECORD_CHARACTERS_MAX = 65_536;
/** `="00012"` is how people keep a spreadsheet from counting with a number; it is that text (IMP-03). */
const QUOTED_FORMULA = /^="([^"]*)"$/;

/** The rows of comma or tab separated text. Throws `RosterUnreadable` with the row at which it breaks off. */
export function readCsv(text: string): Sheet {
  const records = recordsOf(text);
  const rows = records.map((record, index) => ({ row: index + 1, cells: record.map(cellOf) }));
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) };
}

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: RECORD_CHARACTERS_MAX,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The reader counts the rows that it could read; the one that breaks off comes next.
    const row = Number(error['records']) + 1;
    throw new RosterUnreadable('text-broken', { line: row }, row);
  }
}

/** Excel's "Unicode text" has tabs between its cells. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 4096)
      .split('\n')
      .find((each) => each.trim() !== '') ?? '';
  return line.split('\t').length > line.split(',').length ? '\t' : ',';
}

function cellOf(field: string): SheetCell | undefined {
  if (field.trim() === '') return undefined;
  const quoted = QUOTED_FORMULA.exec(field.trim());
  return { kind: 'text', raw: quoted ? quoted[1]! : field };
}
