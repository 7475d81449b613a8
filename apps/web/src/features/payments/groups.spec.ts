import type { PaymentView } from '@yihu/api-contract';
import { outcomeGroups, threeSums } from './groups';

const row = (no: number, status: PaymentView['rows'][number]['status']) => ({
  row: no,
  caseId: `c${no}`,
  householdId: `h${no}`,
  seq: 1,
  attempt: 1,
  subsidyFen: no * 100,
  rewardFen: 0,
  amountFen: no * 100,
  accountRef: `a${no}`,
  status,
  partFen: 0,
  said: [],
});

const household = {
  householdId: 'h',
  householdCode: 'HH',
  householdClass: 'unstable',
  town: 't',
  village: 'v',
};

it('problems come first, and every row is counted once: three sums equal the batch', () => {
  const statuses = ['confirmed', 'returned', 'unknown', 'open', 'confirmed', 'reversed', 'dropped'] as const;
  const rows = statuses.map((status, index) => row(index + 1, status));
  const households = rows.map(() => ({ ...household, nameMasked: true })) as PaymentView['households'];
  const groups = outcomeGroups({ rows, households, drawnAgain: [1, 6] });
  expect(groups.map(({ outcome, rows: own }) => [outcome, own.map((each) => each.row)])).toEqual([
    ['returned', [2, 7]],
    ['unknown', [3]],
    ['open', [4]],
    ['confirmed', [1, 5]],
    ['again', [6]],
  ]);
  const { confirmed, returned, unknown, all } = threeSums(groups);
  expect(confirmed.sumFen + returned.sumFen + unknown.sumFen).toBe(all.sumFen);
  expect([all.count, all.sumFen]).toEqual([7, 2800]);
});
