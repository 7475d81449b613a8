import { TOWN } from './testing/clean-history';
import { findsFaults, rowOf } from './testing/plant';
import { ledgerStream } from './testing/steps';

const PROGRAMME = 'programme-2024';
const LEDGER = ledgerStream(TOWN);
const MAIN = 'case-2024-main';
const OVERPAID = 'case-2024-overpaid';
const SUMMARY = `summary-2024-${TOWN}`;

findsFaults('plans and sheets', [
  [
    'A3',
    'a subsidy of 4000.01 is above the cap',
    (plot) => (plot.data(MAIN, 'PlanDrafted')['subsidyFen'] = 400_001),
  ],
  [
    'A3',
    'a reward of 2000.01 is above the cap',
    (plot) => (plot.data(MAIN, 'PlanDrafted')['rewardFen'] = 200_001),
  ],
  ['A3', 'a subsidy of 4000.01', (plot) => (plot.data(LEDGER, 'MoneyReserved')['subsidyFen'] = 400_001)],
  ['A3', 'a reward of 2000.01', (plot) => (plot.data(LEDGER, 'ReservationAdjusted')['rewardFen'] = 200_001)],
  ['A3', 'no policy of 2025', (plot) => (plot.data(MAIN, 'CaseOpened')['year'] = 2025)],
  [
    'A3',
    'above the cap of 100.00',
    (plot) =>
      Object.assign(plot.data(PROGRAMME, 'ProgrammeRevised'), {
        changes: { subsidyCapFen: 10_000 },
        effectiveOn: '2024-03-01',
      }),
  ],
  ['A5', 'line 1 says', (plot) => (rowOf(plot.data(MAIN, 'PlanDrafted'), 'lines')['amountFen'] = 148_001)],
  [
    'A5',
    'line 1 says 18.12, not 18.13',
    (plot) =>
      Object.assign(rowOf(plot.data(MAIN, 'PlanDrafted'), 'lines'), {
        quantityMilli: 125,
        unitPriceFen: 14_501,
        amountFen: 1812,
      }),
  ],
  ['A5', 'the lines are summed', (plot) => (plot.data(MAIN, 'PlanDrafted')['subsidyFen'] = 200_000)],
  ['A5', 'the subsidies are summed', (plot) => (plot.data(SUMMARY, 'SummaryDrawn')['subsidySumFen'] = 1)],
  ['A5', 'the rewards are summed', (plot) => (plot.data(SUMMARY, 'SummaryDrawn')['rewardSumFen'] = 1)],
  ['A9', 'of no category', (plot) => (rowOf(plot.data(MAIN, 'PlanDrafted'), 'lines')['category'] = 'reward')],
  [
    'A9',
    'of no category',
    (plot) => (rowOf(plot.data(OVERPAID, 'AmendmentDrafted'), 'lines')['category'] = 'reward'),
  ],
]);
