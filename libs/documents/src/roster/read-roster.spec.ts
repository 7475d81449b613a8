import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { HOUSEHOLD_COLUMNS } from './columns';
import { findTwins } from './find-twins';
import type { TextEncoding } from './decode-text';
import { readHousehold, type RosterHousehold } from './read-household';
import { readRoster } from './read-roster';
import { nameKey } from './clean-text';
import { caseFile, describedCells, workbookOf, workbookOfRows, type DescribedCell } from './testing/files';
import { rowMarkup, workbookParts, zipOf } from './testing/zip';

const HEAD = ['镇', '村', '姓名', '身份证号', '人员类别', '家庭人口', '联系电话', '银行账号'];
const GOOD = [
  '茨竹镇',
  '演示甲村',
  '演示一',
  '999999197001010017',
  '脱贫户',
  '3',
  '10000000001',
  '0000001234567890123',
];

async function read(bytes: Buffer, encoding?: TextEncoding) {
  const roster = await readRoster(bytes, { columns: HOUSEHOLD_COLUMNS, encoding });
  const households = roster.rows.map(readHousehold);
  const problems = [
    ...roster.problems,
    ...households.flatMap((each) => each.problems),
    ...findTwins(households),
  ];
  return { roster, households, problems };
}

/** Row, column and code of each: what a test says of problems. */
function told(
  problems: readonly { row: number; column?: string; code: string }[],
  but: readonly string[] = [],
) {
  return problems
    .filter(({ code }) => !but.includes(code))
    .map(({ row, column, code }) => [row, column, code]);
}

/** The case files have no 开户行, which is told of every account and is not what they are about. */
const BANK = ['bank-missing'];

it('IMP-01: a number that became 9.99E+17 is refused by its cell, and never taken', async () => {
  const { problems, households } = await read(caseFile('IMP-01_scientific.csv'));
  expect(told(problems, BANK)).toEqual([
    [2, '身份证号', 'number-damaged'],
    [3, '联系电话', 'number-damaged'],
    [3, '银行账号', 'number-damaged'],
  ]);
  expect(households[2]).toMatchObject({ row: 4, identity: '999999197211110075' });
});

it('IMP-02: an account in a numeric cell is refused even though it looks whole', async () => {
  const head: DescribedCell[] = HEAD.map((value, index) => ({
    sheet: '名册',
    cell: `${'ABCDEFGH'[index]}1`,
    type: 'string',
    value,
  }));
  const { problems, households } = await read(
    await workbookOf([...head, ...describedCells('IMP-02_long-number.cells.csv')]),
  );
  expect(told(problems, [...BANK, 'cell-missing'])).toEqual([[2, '银行账号', 'number-damaged']]);
  expect(households[1]).toMatchObject({ row: 3, account: '9990001234567890123' });
});

it('IMP-03: leading zeros stay, and ="…" is that text', async () => {
  const { problems, households } = await read(caseFile('IMP-03_leading-zero.csv'));
  expect(told(problems, BANK)).toEqual([]);
  expect(households.map(({ account }) => account)).toEqual([
    '0000001234567890123',
    '0000001234567890124',
    '0000001234567890125',
  ]);
});

describe('IMP-04: the way a text is written is found out, told, and can be overruled', () => {
  it.each([
    ['IMP-04_gbk.csv', 'gb18030'],
    ['IMP-04_utf8.csv', 'utf-8'],
    ['IMP-04_utf8bom.csv', 'utf-8'],
    ['IMP-04_utf16le.txt', 'utf-16le'],
  ])('%s is %s', async (name, encoding) => {
    const { roster, households, problems } = await read(caseFile(name));
    expect([roster.format, roster.encoding, roster.header.titles]).toEqual(['csv', encoding, HEAD]);
    expect(households.map((each) => [each.row, each.name, each.householdClass])).toEqual([
      [2, '演示一', 'out-of-poverty'],
      [3, '演示二', 'sudden-hardship'],
    ]);
    expect(told(problems, BANK)).toEqual([]);
  });

  it('a wrong one is not forced upon the bytes', async () => {
    await expect(read(caseFile('IMP-04_gbk.csv'), 'utf-8')).rejects.toMatchObject({
      code: 'text-unreadable',
    });
    // GB18030 takes UTF-8 for other characters, so nothing of the header is left.
    await expect(read(caseFile('IMP-04_utf8.csv'), 'gb18030')).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(/header-missing|text-unreadable/) }),
    );
  });

  it('characters of four bytes are read', async () => {
    const { households } = await read(
      Buffer.concat([
        caseFile('IMP-04_gbk.csv').subarray(0, caseFile('IMP-04_gbk.csv').indexOf('\n') + 1),
        Buffer.from('b4d7d6f1d5f2', 'hex'),
        Buffer.from(',,'),
        Buffer.from('8135f437', 'hex'),
        Buffer.from(',,,,,\r\n'),
      ]),
    );
    expect([...households[0]!.name!]).toHaveLength(1);
  });
});

it('IMP-06: titles over two merged rows, the visible sheet, example and total named and skipped', async () => {
  const { roster, households } = await read(await workbookOf(describedCells('IMP-06_header.cells.csv')));
  expect(roster.sheet.name).toBe('名册');
  expect(roster.header).toMatchObject({ firstRow: 3, lastRow: 4, titles: ['镇', '村', '姓名', '身份证号'] });
  expect(roster.skipped).toEqual([
    { row: 1, why: 'title' },
    { row: 2, why: 'title' },
    { row: 5, why: 'example' },
    { row: 7, why: 'total' },
  ]);
  expect(households.map((each) => [each.row, each.townName, each.villageName, each.name])).toEqual([
    [6, '茨竹镇', '演示甲村', '演示一'],
  ]);
});

it('IMP-07: a million formatted rows with nothing in them are two households', async () => {
  const empty = Array.from({ length: 1_048_573 }, (_, index) => {
    const row = index + 4;
    return `<row r="${row}"><c r="A${row}" s="1"/></row>`;
  });
  const other = [
    '茨竹镇',
    '演示甲村',
    '演示二',
    '999999196503120027',
    '脱贫户',
    '2',
    '10000000002',
    '0000001234567890124',
  ];
  const rows = [rowMarkup(1, HEAD), rowMarkup(2, GOOD), rowMarkup(3, other), ...empty].join('');
  const { households, problems } = await read(zipOf(workbookParts(rows)));
  expect(households.map(({ name }) => name)).toEqual(['演示一', '演示二']);
  expect(told(problems, BANK)).toEqual([]);
}, 60_000);

describe('IMP-09: a day is a day, in whatever zone the server stands', () => {
  const head: DescribedCell[] = [...HEAD, '认定日期'].map((value, index) => ({
    sheet: '名册',
    cell: `${'ABCDEFGHI'[index]}1`,
    type: 'string',
    value,
  }));
  const named = (row: number): DescribedCell => ({
    sheet: '名册',
    cell: `C${row}`,
    type: 'string',
    value: '演示',
  });
  const cells = describedCells('IMP-09_dates.cells.csv');
  const workbook = (date1904: string) => {
    const own = cells.filter((each) => each.workbook_date1904 === date1904);
    return workbookOf([...head, ...own.map((each) => named(Number(each.cell.slice(1)))), ...own]);
  };
  const days = (households: readonly RosterHousehold[]) =>
    households.map(({ row, listedOn }) => [row, listedOn]);

  it('by its format or its words; a bare number is not guessed at', async () => {
    const { households, problems } = await read(await workbook('0'));
    expect(days(households)).toEqual([
      [2, '2024-06-15'],
      [3, '2024-06-15'],
      [4, '2024-06-15'],
      [5, '2024-06-15'],
      [6, undefined],
      [8, undefined],
      [9, '2024-06-15'],
    ]);
    expect(told(problems, ['cell-missing'])).toEqual([
      [6, '认定日期', 'day-is-a-number'],
      [8, '认定日期', 'day-unreadable'],
    ]);
    expect(days((await read(await workbook('1'))).households)).toEqual([[7, '2024-06-15']]);
  });

  it.each(['UTC', 'Asia/Shanghai', 'Pacific/Auckland'])('in %s', async (zone) => {
    const { stdout } = await readInZone(await workbook('0'), zone);
    expect(JSON.parse(stdout)).toEqual(['2024-06-15', '2024-06-15']);
  });
});

/** The zone belongs to a process, so the thread that reads workbooks runs in another one. */
async function readInZone(bytes: Buffer, zone: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'yihu-zone-')), 'roster.xlsx');
  writeFileSync(file, bytes);
  const script = `
    const { Worker } = require('node:worker_threads');
    const bytes = new Uint8Array(require('node:fs').readFileSync(process.argv[1]));
    const workerData = { bytes, rowsMax: 100, columnsMax: 60 };
    new Worker(process.argv[2], { workerData }).once('message', (sheets) => {
      const cells = sheets.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells);
      console.log(JSON.stringify(cells.filter((cell) => cell?.kind === 'date').map(({ raw }) => raw)));
    });`;
  try {
    return await promisify(execFile)(
      process.execPath,
      ['-e', script, file, join(__dirname, 'xlsx-worker.mjs')],
      {
        env: { ...process.env, TZ: zone },
      },
    );
  } finally {
    rmSync(dirname(file), { recursive: true });
  }
}

it('IMP-11: marks and spaces that cannot be seen do not count, and the cell as it came is kept', async () => {
  const { roster, households, problems } = await read(caseFile('IMP-11_invisible.csv'));
  expect(households.map((each) => [each.townName, each.villageName])).toEqual(
    Array(3).fill(['茨竹镇', '演示甲村']),
  );
  expect(households[1]).toMatchObject({
    name: '演示　二',
    memberCount: 2,
    phone: '10000000002',
    identity: '999999196503120027',
    account: '0000001234567890124',
  });
  expect(households[0]).toMatchObject({ phone: '10000000001', identity: '999999197001010017' });
  expect(roster.rows[0]!.cells['phone']!.raw).toBe('\u202d10000000001\u202c');
  expect(told(problems, BANK)).toEqual([
    [3, '姓名', 'inner-space'],
    [2, '身份证号', 'same-person'],
    [4, '身份证号', 'same-person'],
    [2, '银行账号', 'same-account'],
    [4, '银行账号', 'same-account'],
  ]);
});

it('IMP-18, NAM-01: three spellings of one identity number are one person, and every row is named', async () => {
  const { households, problems } = await read(caseFile('NAM-01_lower-x.csv'));
  expect(households.map(({ identity }) => identity)).toEqual(Array(3).fill('99999919600203004X'));
  const twins = problems.filter(({ code }) => code === 'same-person');
  expect(twins.map(({ row, detail }) => [row, detail])).toEqual(
    [2, 3, 4].map((row) => [row, { rows: '2、3、4' }]),
  );
});

it('NAM-02: every dot of a name is taken as it is written, and all are one to a search', async () => {
  const { households, problems } = await read(caseFile('NAM-02_interpunct.csv'));
  expect(new Set(households.map(({ name }) => name)).size).toBe(6);
  expect(new Set(households.map(({ name }) => nameKey(name!)))).toEqual(new Set(['阿依·演示']));
  expect(told(problems, BANK)).toEqual([
    [5, '姓名', 'full-stop-in-name'],
    [7, '姓名', 'full-stop-in-name'],
  ]);
});

it('NAM-04: radicals out of a PDF become the characters they look like, with a notice', async () => {
  const copied = ['\u2f24湾镇', '演示甲村', '\u2fbc演示', ...GOOD.slice(3)];
  const { households, problems } = await read(await workbookOfRows([HEAD, copied]));
  expect([households[0]!.townName, households[0]!.name]).toEqual(['大湾镇', '高演示']);
  expect(told(problems, BANK)).toEqual([
    [2, '镇', 'characters-folded'],
    [2, '姓名', 'characters-folded'],
  ]);
});

it('NAM-05: namesakes are two people', async () => {
  const { households, problems } = await read(caseFile('NAM-05_same-name.csv'));
  expect([households.length, told(problems, BANK)]).toEqual([2, []]);
});

it('APR-07: a column that is none of a roster is refused by its name', async () => {
  const rows = [
    [...HEAD, '状态', '错误原因', null, '序号'],
    [...GOOD, '已验收', '旧的错误', '没有标题', '1'],
  ];
  const { problems } = await read(await workbookOfRows(rows));
  expect(told(problems, BANK)).toEqual([
    [1, '状态', 'column-unknown'],
    [1, 'K', 'column-unknown'],
  ]);
});

it('a column that is there twice or not at all is told', async () => {
  const { problems } = await read(
    await workbookOfRows([
      ['姓名', '户主', '身份证号', '村', '电话'],
      ['甲', '乙'],
    ]),
  );
  expect(told(problems, ['cell-missing'])).toEqual([
    [1, '户主', 'column-twice'],
    [1, undefined, 'column-missing'],
    [1, undefined, 'column-missing'],
    [1, undefined, 'column-missing'],
  ]);
});

it('what no cell can hold is told by its cell', async () => {
  const rows = [
    [...HEAD, '户编号', '账户持有人关系'],
    ['茨竹镇', '演示甲村', '#REF!', '999999197001010017', '富裕户', '三', '10000000001', null, null, '邻居'],
  ];
  const { problems } = await read(await workbookOfRows(rows));
  expect(told(problems)).toEqual([
    [2, '姓名', 'cell-error'],
    [2, '户编号', 'cell-missing'],
    [2, '人员类别', 'class-unknown'],
    [2, '家庭人口', 'count-unreadable'],
    [2, '账户持有人关系', 'relation-unknown'],
  ]);
});

it('a telephone number is taken from a numeric cell when no digit of it can be lost', async () => {
  const phone = (value: number) => [...GOOD.slice(0, 6), value, GOOD[7]!];
  const { problems, households } = await read(
    await workbookOfRows([HEAD, phone(10000000001), phone(2367000001)]),
  );
  expect(households.map((each) => each.phone)).toEqual(['10000000001', '2367000001']);
  expect(told(problems, [...BANK, 'same-person', 'same-account'])).toEqual([
    [3, '联系电话', 'number-damaged'],
  ]);
});
