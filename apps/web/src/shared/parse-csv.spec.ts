import { decodeText, parseCsv } from './parse-csv';

it('reads cells in quotes, with commas, quotes and line breaks in them', () => {
  expect(parseCsv('a,"b, c","d ""e"""\r\n\r\n"f\ng",h\n')).toEqual([
    { line: 1, cells: ['a', 'b, c', 'd "e"'] },
    { line: 3, cells: ['f\ng', 'h'] },
  ]);
});

it('an unfinished last line is still a record, and a mark at the start is none of its first cell', () => {
  expect(parseCsv('\uFEFFone,two\nthree')).toEqual([
    { line: 1, cells: ['one', 'two'] },
    { line: 2, cells: ['three'] },
  ]);
});

it('a file of an older program is read as it was meant', () => {
  const gb = Uint8Array.from([0xba, 0xcf, 0xbc, 0xc6]);
  expect(decodeText(gb.buffer)).toBe('合计');
  expect(decodeText(new TextEncoder().encode('合计').buffer as ArrayBuffer)).toBe('合计');
});
