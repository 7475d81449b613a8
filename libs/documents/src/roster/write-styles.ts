import type { Fill } from 'exceljs';

/** What a spreadsheet leaves alone: no leading zero lost, no digit rounded. */
export const TEXT_FORMAT = '@';

export function filledWith(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

export const YELLOW = 'FFFFF2CC';
export const RED = 'FFF8CBAD';
