export type CsvRow = Readonly<Record<string, string>>;

/** UTF-8 text with a header row, commas and line feeds; the columns are the header's, in its order. */
export function csvText(header: readonly string[], rows: readonly CsvRow[]): string {
  const lines = rows.map((row) => header.map((column) => csvField(row[column] ?? '')).join(','));
  return [header.join(','), ...lines, ''].join('\n');
}

/** Fen as yuan with two decimals, `199999` → `1999.99`. */
export function yuanText(amountFen: number): string {
  return `${Math.floor(amountFen / 100)}.${String(amountFen % 100).padStart(2, '0')}`;
}

/** Thousandths as the shortest decimal number, `2500` → `2.5`. */
export function quantityText(quantityMilli: number): string {
  const decimals = String(quantityMilli % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${Math.floor(quantityMilli / 1000)}${decimals && `.${decimals}`}`;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
