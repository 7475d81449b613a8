/** A record of a table, and the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads text as UTF-8, or else as the encoding of older programs; a byte order mark is no part of it. */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The records of a comma separated text; empty lines are none. A quoted cell may hold commas and line breaks. */
export function parseCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let [cells, cell, isQuoted, line, begun]: [string[], string, boolean, number, number] = [
    [],
    '',
    false,
    1,
    1,
  ];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (cells.some((each) => each !== '')) records.push({ line: begun, cells });
    cells = [];
  };
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < normal.length; at += 1) {
    const letter = normal[at]!;
    if (letter === '\n') line += 1;
    if (isQuoted && letter === '"' && normal[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && letter === ',') {
      endCell();
    } else if (!isQuoted && letter === '\n') {
      endRecord();
      begun = line;
    } else {
      cell += letter;
    }
  }
  endRecord();
  return records;
}
