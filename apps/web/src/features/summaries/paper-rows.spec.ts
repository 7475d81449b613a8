import type { SummaryRowView, SummarySheetView } from '@yihu/api-contract';
import { rowsOfSheet, rowsOfTown, sumsOf } from './paper-rows';

function row(caseId: string, more: Partial<SummaryRowView> = {}): SummaryRowView {
  return {
    caseId,
    householdId: caseId,
    householdCode: caseId.toUpperCase(),
    householdClass: 'unstable',
    town: '500112140',
    village: '500112140v01',
    name: '张*',
    nameMasked: true,
    memberCount: 3,
    items: ['仔猪'],
    subsidyFen: 200_000,
    forecastFen: 300_000,
    rewardFen: 60_000,
    planVersion: 1,
    contentHash: `hash of ${caseId}`,
    stage: '',
    place: '',
    revision: 5,
    ...more,
  };
}

const entry = (caseId: string) => ({
  caseId,
  planVersion: 1,
  contentHash: `hash of ${caseId}`,
  subsidyFen: 200_000,
  rewardFen: 60_000,
});

const sheet: SummarySheetView = {
  no: 1,
  kind: 'main',
  entries: [entry('h1'), entry('h2'), entry('h3')],
  hash: 'hash',
  modalPermille: 1000,
  status: 'received',
  receiptNo: '渝北备1',
  returned: ['h2'],
};

it('the sums of a sheet are those it was drawn with, whatever became of the plans (R38)', () => {
  const rows = [row('h1'), row('h2'), row('h3', { contentHash: 'another', subsidyFen: 1, forecastFen: 1 })];
  const ofSheet = rowsOfSheet({ rows }, sheet);
  expect(ofSheet.map(({ remark }) => remark?.kind)).toEqual([undefined, 'returned', 'changed']);
  expect(sumsOf(ofSheet)).toEqual({
    households: 3,
    memberCount: 9,
    subsidyFen: 600_000,
    forecastFen: 600_000,
    rewardFen: 180_000,
  });
});

it('a household without a plan has no amounts, which is another thing than zero', () => {
  const rows = rowsOfTown({
    rows: [
      row('h1', { planVersion: 0, subsidyFen: 0 }),
      row('h2', { drawable: true }),
      row('h3', { sheetNo: 2 }),
    ],
  });
  expect(rows[0]!.subsidyFen).toBeUndefined();
  expect(rows.map(({ remark }) => remark)).toEqual([
    undefined,
    { kind: 'drawable' },
    { kind: 'on-sheet', no: 2 },
  ]);
  expect(sumsOf(rows).subsidyFen).toBe(400_000);
});

it('a household that left says so in its row, and no sum holds its plan', () => {
  const left = row('h1', { withoutProject: true, stage: 'its stage', sheetNo: 1 });
  const rows = rowsOfTown({ rows: [left, row('h2')] });
  expect(rows[0]!.remark).toEqual({ kind: 'ended', stage: 'its stage' });
  expect(sumsOf(rows)).toMatchObject({ subsidyFen: 200_000, rewardFen: 60_000 });
});
