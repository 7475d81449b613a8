import { cleanText } from './clean-text';
import { columnOf, isIgnored, type RosterColumn } from './columns';
import type { Sheet, SheetRow } from './sheet';

const ROWS_SEARCHED = 30;
/** Fewer known titles than this are chance. */
const TITLES_MIN = 3;

export interface Header {
  /** Where its titles begin and end: in one row, or in two that follow each other. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Every title, by column from 0; a group's title over other titles is not one. */
  readonly titles: readonly (string | undefined)[];
}

/** Finds the titles by their names, in one row or over two (IMP-06); undefined when there are none. */
export function findHeader({ rows }: Sheet, columns: readonly RosterColumn[]): Header | undefined {
  let best: { readonly header: Header; readonly score: number } | undefined;
  for (const [index, row] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const next = rows[index + 1];
    const followed = next?.row === row.row + 1 ? [row, next] : undefined;
    for (const lines of followed ? [[row], followed] : [[row]]) {
      const header = headerOf(lines, columns);
      const known = header.titles.filter((title) => title !== undefined && columnOf(columns, title)).length;
      // Two rows are a header only when each adds to the other.
      const score = 2 * known - lines.length;
      if (known >= TITLES_MIN && score > (best?.score ?? 0)) best = { header, score };
    }
  }
  return best?.header;
}

function headerOf(lines: readonly SheetRow[], columns: readonly RosterColumn[]): Header {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const titles = Array.from({ length: width }, (_, index) => {
    const stacked = lines
      .map(({ cells }) => cleanText(cells[index]?.raw ?? ''))
      .filter((text) => text !== '');
    return stacked.findLast((text) => columnOf(columns, text) ?? isIgnored(text)) ?? stacked.at(-1);
  });
  return { firstRow: lines[0]!.row, lastRow: lines.at(-1)!.row, titles };
}
