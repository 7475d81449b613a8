import { TOWN } from './testing/clean-history';
import { findsFaults } from './testing/plant';
import { ledgerStream } from './testing/steps';

const PROGRAMME = 'programme-2024';
const LEDGER = ledgerStream(TOWN);

findsFaults('the programme', [
  ['A2', 'the roster of', (plot) => (plot.data(PROGRAMME, 'RosterClosed')['count'] = 8)],
  ['A2', 'before the programme is opened', (plot) => plot.remove(PROGRAMME, 'ProgrammeOpened')],
  ['A2', 'that nobody allotted', (plot) => plot.remove(PROGRAMME, 'TownAllotted')],
  ['A2', 'never reached its ledger', (plot) => plot.remove(LEDGER, 'QuotaAllotted')],
  ['A2', 'not the basis times 7', (plot) => (plot.data(LEDGER, 'QuotaAllotted')['rewardLineFen'] = 700_001)],
  ['A2', 'the quota of', (plot) => (plot.data(LEDGER, 'QuotaAllotted')['amountFen'] = 2_100_001)],
  [
    'A2',
    'the quota is allotted a second time',
    (plot) => plot.append(LEDGER, 'QuotaAllotted', plot.data(LEDGER, 'QuotaAllotted')),
  ],
  [
    'A2',
    'is allotted a second time',
    (plot) => plot.append(PROGRAMME, 'TownAllotted', plot.data(PROGRAMME, 'TownAllotted')),
  ],
  ['A2', 'is allotted 21000.01', (plot) => (plot.data(PROGRAMME, 'TownAllotted')['quotaFen'] = 2_100_001)],
  [
    'A7',
    'standard 500112140 1 is set a second time',
    (plot) => plot.append(PROGRAMME, 'IncomeStandardSet', plot.data(PROGRAMME, 'IncomeStandardSet')),
  ],
]);
