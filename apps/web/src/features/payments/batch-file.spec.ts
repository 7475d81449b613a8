import type { PaymentView } from '@yihu/api-contract';
import { batchFile, textHash } from './batch-file';

const rows = [1, 2].map((row) => ({
  row,
  caseId: `2024-h${row}`,
  householdId: `h${row}`,
  seq: 1,
  attempt: 1,
  subsidyFen: 95_050,
  rewardFen: 0,
  amountFen: 95_050,
  accountRef: `ref-${row}`,
  status: 'open' as const,
  partFen: 0,
  said: [],
}));
const households = rows.map(({ householdId, row }) => ({
  householdId,
  householdCode: `HH000${row}`,
  householdClass: 'unstable' as const,
  town: 't',
  village: 'v',
  nameMasked: true,
})) satisfies PaymentView['households'];

it('the same batch makes the same file, which names no person and no account number', async () => {
  const text = batchFile({ rows, households });
  expect(text).toBe(
    '\uFEFF序号,户编号,案号,金额,账户凭据\r\n' +
      '1,HH0001,2024-h1,950.50,ref-1\r\n' +
      '2,HH0002,2024-h2,950.50,ref-2\r\n' +
      '合计,2,,1901.00,\r\n',
  );
  expect(await textHash(text)).toBe(await textHash(batchFile({ rows, households })));
  expect(await textHash(text)).toMatch(/^[0-9a-f]{64}$/);
});
