import { parseCsv, type CsvRecord } from '../../shared/parse-csv';
import { readYuan } from '../../shared/read-number';

/** What the batch has under a row: enough to find the row a line of the file is about. */
export interface ExpectedRow {
  readonly row: number;
  readonly householdCode: string;
}

export interface ResultRow {
  readonly row: number;
  readonly amountFen: number;
  readonly valueOn: string;
  readonly bankRef: string;
  readonly code: string;
}

export type Column = 'row' | 'household' | 'amount' | 'valueOn' | 'bankRef' | 'code';

/** What cannot be read, and where: the line of the file from 1, and the column where it is about one. */
export interface ReadProblem {
  readonly line: number;
  readonly column?: Column;
  readonly what:
    | 'no-column'
    | 'no-such-row'
    | 'no-amount'
    | 'no-day'
    | 'no-code'
    | 'row-twice'
    | 'no-trailer'
    | 'bad-trailer';
}

/** A bank's result file as read. With any problem nothing of it is used. */
export interface ReadResults {
  readonly rows: readonly ResultRow[];
  readonly count: number;
  readonly sumFen: number;
  readonly problems: readonly ReadProblem[];
}

/** What banks call their columns. */
const HEADS: Readonly<Record<Column, readonly string[]>> = {
  row: ['序号', '行号', 'row'],
  household: ['户编号', 'household code', 'household'],
  amount: ['金额', 'amount'],
  valueOn: ['起息日', '处理时间', 'value date', 'processed'],
  bankRef: ['银行流水号', '流水号', '指令号', 'bank reference', 'reference'],
  code: ['结果码', '结果代码', '代码', 'code'],
};

const NEEDED: readonly Column[] = ['amount', 'valueOn', 'code'];
/** The last line states how many rows there are, and behind that what they come to. */
const TRAILER = /^(合计|total)$/i;

/** Reads a bank's result file for a batch: every problem at once, and the sums that its last line states (BNK-04, BNK-06). */
export function readResults(text: string, expected: readonly ExpectedRow[]): ReadResults {
  const [head, ...records] = parseCsv(text);
  const places = columnsOf(head);
  const missing = NEEDED.filter((column) => places[column] === undefined);
  const names: readonly Column[] =
    places.row === undefined && places.household === undefined ? ['row', ...missing] : missing;
  if (names.length > 0)
    return nothing(names.map((column) => ({ line: head?.line ?? 1, column, what: 'no-column' })));
  const trailer = records.find(({ cells }) => TRAILER.test(cells[0]!));
  const lines = records.filter((record) => record !== trailer);
  const read = lines.map((record) => readLine(record, places, expected));
  const rows = read.map(({ row }) => row);
  const problems = [
    ...read.flatMap((each) => each.problems),
    ...lines.flatMap(({ line }, index): readonly ReadProblem[] => {
      const isTwice = rows.findIndex(({ row }) => row === rows[index]!.row) < index;
      return isTwice && rows[index]!.row > 0 ? [{ line, what: 'row-twice' }] : [];
    }),
  ];
  const end = records.at(-1)?.line ?? 1;
  if (!trailer) return { ...nothing([...problems, { line: end, what: 'no-trailer' }]), rows };
  const count = Number(trailer.cells[1]);
  const sumFen = signedYuan(trailer.cells.slice(2).findLast((cell) => cell !== '') ?? '');
  if (!Number.isInteger(count) || sumFen === undefined) {
    return { ...nothing([...problems, { line: trailer.line, what: 'bad-trailer' }]), rows };
  }
  return { rows, count, sumFen, problems: problems.sort((one, other) => one.line - other.line) };
}

function nothing(problems: readonly ReadProblem[]): ReadResults {
  return { rows: [], count: 0, sumFen: 0, problems };
}

type Places = Readonly<Partial<Record<Column, number>>>;

function columnsOf(head: CsvRecord | undefined): Places {
  const cells = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const found = Object.entries(HEADS).flatMap(([column, names]) => {
    const at = cells.findIndex((cell) => names.includes(cell));
    return at < 0 ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

function readLine({ line, cells }: CsvRecord, places: Places, expected: readonly ExpectedRow[]) {
  const cell = (column: Column) => (places[column] === undefined ? '' : (cells[places[column]] ?? ''));
  const problems: ReadProblem[] = [];
  const need = <Value>(
    value: Value | undefined,
    column: Column,
    what: ReadProblem['what'],
  ): Value | undefined => {
    if (value === undefined) problems.push({ line, column, what });
    return value;
  };
  const byRow = expected.find(({ row }) => String(row) === cell('row'));
  const byHousehold = expected.find(({ householdCode }) => householdCode === cell('household'));
  const found = need(byRow ?? byHousehold, places.row === undefined ? 'household' : 'row', 'no-such-row');
  const amountFen = need(signedYuan(cell('amount')), 'amount', 'no-amount');
  const valueOn = need(/^\d{4}-\d{2}-\d{2}/.exec(cell('valueOn'))?.[0], 'valueOn', 'no-day');
  const code = need(cell('code') === '' ? undefined : cell('code'), 'code', 'no-code');
  const row: ResultRow = {
    row: found?.row ?? 0,
    amountFen: amountFen ?? 0,
    valueOn: valueOn ?? '',
    bankRef: cell('bankRef'),
    code: code ?? '',
  };
  return { row, problems };
}

/** What the bank takes back is written with a minus. */
function signedYuan(text: string): number | undefined {
  const amountFen = readYuan(text.replace(/^[-−]/, ''));
  return amountFen !== undefined && /^[-−]/.test(text) ? -amountFen : amountFen;
}
