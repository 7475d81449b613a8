import { readResults, type ExpectedRow } from './read-results';

const expected: readonly ExpectedRow[] = [1, 2, 3].map((row) => ({ row, householdCode: `HH000${row}` }));

/** A file in the bank's own columns, with what a test changes in it. */
function bankFile(amounts: readonly string[], trailer = '合计,3,,,3000.00,,,'): string {
  const head = '指令号,户编号,收款人,账号,金额,结果码,结果说明,处理时间';
  const lines = amounts.map(
    (amount, index) =>
      `2024-HH000${index + 1}-T1-1,HH000${index + 1},演示,0000001234567890123,${amount},00,成功,2024-03-20 10:00:0${index}`,
  );
  return [head, ...lines, trailer].join('\r\n');
}

it('reads the bank’s columns: the row by its household, the day of the processing time (BNK-01)', () => {
  const read = readResults(bankFile(['1000.00', '999.99', '1,000.01'.replace(',', '')]), expected);
  expect(read.problems).toEqual([]);
  expect(read.rows[1]).toEqual({
    row: 2,
    amountFen: 99_999,
    valueOn: '2024-03-20',
    bankRef: '2024-HH0002-T1-1',
    code: '00',
  });
  expect([read.count, read.sumFen]).toEqual([3, 300_000]);
});

it('the sums are those that the file states; what the rows come to is for the server to hold against them (BNK-04)', () => {
  const read = readResults(bankFile(['1000.00', '999.99', '1000.00']), expected);
  expect([read.problems, read.sumFen]).toEqual([[], 300_000]);
});

it('a file without its last line, or cut in a row, is not used (BNK-04)', () => {
  const whole = bankFile(['1000.00', '1000.00', '1000.00']);
  const without = whole.split('\r\n').slice(0, -1).join('\r\n');
  expect(readResults(without, expected).problems).toEqual([{ line: 4, what: 'no-trailer' }]);
  const cut = without.slice(0, without.lastIndexOf('1000.00') + 3);
  expect(readResults(cut, expected).problems.map(({ line, what }) => [line, what])).toEqual([
    [4, 'no-day'],
    [4, 'no-code'],
    [4, 'no-trailer'],
  ]);
});

it('every problem is told with its line and column, in one list (BNK-06)', () => {
  const text = [
    '序号,金额,起息日,银行流水号,结果码',
    '1,一千元整,2024-03-20,B1,00',
    '9,1000.00,2024/03/20,B2,',
    '3,1000.001,2024-03-20,B3,00',
    '3,1000.00,2024-03-20,B4,00',
    '合计,三,1000.00',
  ].join('\n');
  const { problems } = readResults(text, expected);
  expect(problems.map(({ line, column, what }) => [line, column, what])).toEqual([
    [2, 'amount', 'no-amount'],
    [3, 'row', 'no-such-row'],
    [3, 'valueOn', 'no-day'],
    [3, 'code', 'no-code'],
    [4, 'amount', 'no-amount'],
    [5, undefined, 'row-twice'],
    [6, undefined, 'bad-trailer'],
  ]);
});

it('a code that nobody knows is kept as the bank wrote it (BNK-05)', () => {
  const text = 'row,amount,value date,bank reference,code\n1,1000.00,2024-03-20,B1,ZZ9\nTotal,1,1000.00';
  const read = readResults(text, expected);
  expect([read.problems, read.rows[0]!.code, read.count, read.sumFen]).toEqual([[], 'ZZ9', 1, 100_000]);
});

it('what the bank takes back is below zero (BNK-05)', () => {
  const text = 'row,amount,value date,bank reference,code\n1,-1000.00,2024-03-20,B1,00\nTotal,1,-1000.00';
  const read = readResults(text, expected);
  expect([read.problems, read.rows[0]!.amountFen, read.sumFen]).toEqual([[], -100_000, -100_000]);
});

it('a file with other columns says which are missing', () => {
  expect(readResults('姓名,账号\n张,1', expected).problems.map(({ column }) => column)).toEqual([
    'row',
    'amount',
    'valueOn',
    'code',
  ]);
});
