import { csvOf } from '../../shared/csv';
import { summaryTable, type CsvWords } from './summary-csv';
import type { PaperRow } from './paper-rows';

const words: CsvWords = {
  heads: ['序号', '村', '姓名'],
  sum: '合计',
  unit: () => '拾篱村',
  householdClass: () => '脱贫户',
  remark: () => '',
};

const row: PaperRow = {
  caseId: 'h1',
  householdCode: 'HH0001',
  householdClass: 'unstable',
  village: '500112140v01',
  name: '=1+1',
  memberCount: 3,
  items: ['仔猪', '饲料, 袋'],
  subsidyFen: 190_050,
  forecastFen: undefined,
  rewardFen: 60_000,
};

it('amounts are written without commas, to the fen, and add up', () => {
  const [, first, sums] = summaryTable([row], words);
  expect(first).toEqual([
    1,
    '拾篱村',
    '=1+1',
    '脱贫户',
    3,
    '仔猪、饲料, 袋',
    '1900.50',
    '',
    '600.00',
    '2500.50',
    '',
    'HH0001',
  ]);
  expect(sums!.slice(6, 10)).toEqual(['1900.50', '0.00', '600.00', '2500.50']);
});

it('a name that reads as a formula stays a name', () => {
  expect(csvOf(summaryTable([row], words))).toContain(`拾篱村,'=1+1,脱贫户,3,"仔猪、饲料, 袋"`);
});
