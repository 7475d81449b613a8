import { foldWide } from './clean-text';
import type { RosterColumn } from './columns';
import { errorIn, type RosterProblem } from './problem';
import type { RosterCell } from './read-roster';

const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/i;
const SPREADSHEET_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
/** Eleven digits are kept whole by a spreadsheet, and a mobile number begins with no zero to lose. */
const WHOLE_MOBILE = /^1\d{10}$/;

/** What a spreadsheet has done to a cell, or left out of it. */
export function checkCell(
  row: number,
  column: RosterColumn,
  title: string,
  cell: RosterCell | undefined,
): readonly RosterProblem[] {
  if (!cell) return column.filled ? [errorIn(row, title, 'cell-missing')] : [];
  if (SPREADSHEET_ERROR.test(cell.text)) return [errorIn(row, title, 'cell-error')];
  return isDamaged(column, cell) ? [errorIn(row, title, 'number-damaged')] : [];
}

/** Digits are gone, or may be: the cell was counted with as a number, or taken for a date (IMP-01, IMP-02). */
function isDamaged({ holds }: RosterColumn, { kind, text }: RosterCell): boolean {
  switch (holds) {
    case 'identifier':
      return kind === 'number' || kind === 'date' || SCIENTIFIC.test(foldWide(text));
    case 'phone':
      return kind === 'number'
        ? !WHOLE_MOBILE.test(text)
        : kind === 'date' || SCIENTIFIC.test(foldWide(text));
    case 'day':
      return false;
    default:
      return kind === 'date';
  }
}
