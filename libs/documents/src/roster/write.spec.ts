import { CLASS_TITLES, readHousehold } from './read-household';
import { HOUSEHOLD_COLUMNS } from './columns';
import { readRoster } from './read-roster';
import { openWorkbook, workbookOfRows } from './testing/files';
import { writeErrors } from './write-errors';
import { writeTemplate } from './write-template';

const read = (bytes: Buffer) => readRoster(bytes, { columns: HOUSEHOLD_COLUMNS });

const HEAD = [
  '户编号',
  '镇',
  '村',
  '姓名',
  '身份证号',
  '人员类别',
  '家庭人口',
  '联系电话',
  '银行账号',
  '开户行',
];
const ROW = ['HH0001', '茨竹镇', '演示甲村', '演示一', '999999197001010017', '脱贫户', 3, '10000000001'];

describe('the file of errors (IMP-17)', () => {
  const rows = [
    ['2024年名册'],
    HEAD,
    [...ROW, '0000001234567890123', '演示银行'],
    [...ROW, 9990001234567890123, '演示银行'],
  ];
  const told = [
    { row: 4, column: '银行账号', weight: 'error' as const, message: '号码已被表格变成数字。' },
    { row: 4, column: '姓名', weight: 'notice' as const, message: '姓名中有句点。' },
    { row: 0, weight: 'error' as const, message: '全文件的问题。' },
  ];

  it('has the rows where they were, what is wrong in a last column, and the cells coloured', async () => {
    const sheet = (await openWorkbook(await writeErrors(await read(await workbookOfRows(rows)), told)))
      .worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe('2024年名册');
    expect(sheet.getCell('K2').value).toBe('错误原因');
    expect(sheet.getCell('K3').value).toBeNull();
    expect(sheet.getCell('K4').value).toBe('号码已被表格变成数字。\n姓名中有句点。');
    expect(sheet.getCell('I4').fill).toMatchObject({ pattern: 'solid' });
    expect(sheet.getCell('D4').fill).toMatchObject({ pattern: 'solid' });
    expect(sheet.getCell('I3').fill).not.toMatchObject({ pattern: 'solid' });
    expect(sheet.getCell('E4').numFmt).toBe('@');
  });

  it('is read as the roster it was made from: a damaged number does not come back whole', async () => {
    const first = await read(await workbookOfRows(rows));
    const again = await read(await writeErrors(first, told));
    expect(again.problems).toEqual(first.problems);
    expect(again.problems.map(({ row, code }) => [row, code])).toEqual([[4, 'number-damaged']]);
    expect(again.rows.map(({ row }) => row)).toEqual([3, 4]);
    expect(again.rows.map(({ cells }) => cells['identity']!.raw)).toEqual(
      Array(2).fill('999999197001010017'),
    );
  });

  it('has one column of errors, also when it is made from a file that has one', async () => {
    const once = await read(await writeErrors(await read(await workbookOfRows(rows)), told));
    const twice = (await openWorkbook(await writeErrors(once, []))).worksheets[0]!;
    expect([twice.getCell('K2').value, twice.getCell('K4').value, twice.getCell('L2').value]).toEqual([
      '错误原因',
      null,
      null,
    ]);
  });
});

describe('the template', () => {
  const units = [
    { name: '茨竹镇', kind: 'town' as const },
    { name: '演示甲村', kind: 'village' as const },
  ];

  it('has rules, titles, an example that is passed over, text columns and choices', async () => {
    const bytes = await writeTemplate(units);
    const workbook = await openWorkbook(bytes);
    const [sheet, options] = workbook.worksheets;
    expect(String(sheet!.getCell('A1').value)).toContain('20000');
    expect([sheet!.getCell('A2').value, sheet!.getCell('K2').value]).toEqual(['户编号*', '开户行']);
    expect(sheet!.getCell('A2').fill).toMatchObject({ pattern: 'solid' });
    expect(sheet!.getCell('L4').numFmt ?? sheet!.getColumn(12).numFmt).toBe('@');
    expect(options!.state).toBe('hidden');
    expect(sheet!.getCell('G4').dataValidation).toMatchObject({ type: 'list', formulae: ['选项!$C$1:$C$4'] });
    expect(options!.getColumn(3).values.slice(1)).toEqual(Object.keys(CLASS_TITLES));
    const { rows, skipped, problems } = await read(bytes);
    expect([rows, problems]).toEqual([[], []]);
    expect(skipped.map(({ why }) => why)).toEqual(['title', 'example']);
  });

  it('is read once it is filled in', async () => {
    const workbook = await openWorkbook(await writeTemplate([]));
    const filled = {
      户编号: 'HH0001',
      镇: '茨竹镇',
      村: '演示甲村',
      姓名: '演示一',
      身份证号: '999999197001010017',
    };
    const more = { 人员类别: '脱贫户', 家庭人口: '3', 联系电话: '10000000001' };
    const sheet = workbook.worksheets[0]!;
    for (const [index, { title }] of HOUSEHOLD_COLUMNS.entries()) {
      sheet.getCell(4, index + 1).value = { ...filled, ...more }[title as '镇'] ?? null;
    }
    const roster = await read(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(roster.problems).toEqual([]);
    expect(readHousehold(roster.rows[0]!)).toMatchObject({ row: 4, name: '演示一', memberCount: 3 });
  });
});
