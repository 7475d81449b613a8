/** A cell as the file holds it. */
export interface SheetCell {
  /** A `number` is what a spreadsheet counts with: it has lost leading zeros, and digits after the fifteenth. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean';
  /** Untouched; a date is its ISO day. */
  readonly raw: string;
}

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly row: number;
  /** By column, from 0; an empty cell is a hole. */
  readonly cells: readonly (SheetCell | undefined)[];
}

/** The rows of one sheet that have something in them. */
export interface Sheet {
  readonly name?: string;
  readonly rows: readonly SheetRow[];
}

/** `A`, `B`, … `AA`: what a spreadsheet calls a column, counted from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
