import type { DistrictSummaryView, DistrictTownRow } from '@yihu/api-contract';
import { districtTable, stagesShown } from './district-table';

const figures = {
  households: 2,
  stages: { one: 2, two: 0, three: 0 },
  allottedFen: 600_000,
  reservedFen: 250_050,
  roomFen: 349_950,
  paidFirstFen: 100_025,
  paidSecondFen: 0,
  paidRewardFen: 20_000,
};

const town = (townName: string, more: Partial<DistrictTownRow> = {}): DistrictTownRow => ({
  town: townName,
  townName,
  ...figures,
  closed: false,
  incomplete: false,
  ...more,
});

const view: DistrictSummaryView = {
  year: 2024,
  closed: false,
  towns: [town('茨竹镇'), town('大盛镇', { stages: { one: 0, two: 0, three: 2 } })],
  total: { ...figures, households: 4, stages: { one: 2, two: 0, three: 2 } },
};

it('shows the stages in which there is a case', () => {
  expect(stagesShown(view)).toEqual(['one', 'three']);
});

it('towns stand in the order they came in, never ranked, and the sum below them', () => {
  const table = districtTable(view, ['镇'], '合计');
  expect(table.map(([first]) => first)).toEqual(['镇', '茨竹镇', '大盛镇', '合计']);
  expect(table[1]).toEqual(['茨竹镇', 2, 2, 0, '6000.00', '2500.50', '3499.50', '1200.25']);
});
