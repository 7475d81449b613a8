import type { SummaryRowView } from '@yihu/api-contract';
import { rowsOf } from './notice-rows';

const household = (caseId: string, more: Partial<SummaryRowView> = {}): SummaryRowView => ({
  caseId,
  householdId: caseId,
  householdCode: caseId,
  householdClass: 'unstable',
  town: '500112140',
  village: '500112140v01',
  name: '演示户一',
  nameMasked: false,
  maskedName: '演***',
  memberCount: 3,
  items: ['仔猪'],
  subsidyFen: 1,
  forecastFen: 1,
  rewardFen: 1,
  planVersion: 2,
  stage: '',
  place: '',
  revision: 5,
  ...more,
});
const entry = (caseId: string, planVersion = 2) => ({
  caseId,
  planVersion,
  subsidyFen: 190_050,
  rewardFen: 60_000,
});

it('nobody is named in full on the sheet, even to those who know them (R32)', () => {
  const rows = rowsOf({ entries: [entry('h1'), entry('h2')] }, [
    household('h1'),
    household('h2', { name: '刘*', nameMasked: true, maskedName: '刘*' }),
  ]);
  expect(rows.map(({ name }) => name)).toEqual(['演***', '刘*']);
});

it('amounts are those that were posted, and items are not those of a later plan', () => {
  const [row] = rowsOf({ entries: [entry('h1', 1)] }, [household('h1')]);
  expect(row).toMatchObject({ subsidyFen: 190_050, rewardFen: 60_000, items: [] });
});
