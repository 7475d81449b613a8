import { OTHER_TOWN, TOWN } from './testing/clean-history';
import { findsFaults, within } from './testing/plant';
import { ledgerStream } from './testing/steps';
import { told } from './testing/told';

const PROGRAMME = 'programme-2024';
const LEDGER = ledgerStream(TOWN);
const OTHER_LEDGER = ledgerStream(OTHER_TOWN);

findsFaults("a town's ledger", [
  [
    'A4',
    'is reserved for this case already',
    (plot) =>
      plot.after(LEDGER, 'MoneyReserved', told(LEDGER, 'MoneyReserved', plot.data(LEDGER, 'MoneyReserved'))),
  ],
  [
    'A4',
    'nothing is reserved that could be adjusted',
    (plot) =>
      plot.append(LEDGER, 'ReservationAdjusted', { caseId: '2024-none', subsidyFen: 1, rewardFen: 0 }),
  ],
  [
    'A4',
    'more is released than',
    (plot) => (plot.data(LEDGER, 'ReservationReleased')['subsidyFen'] = 200_001),
  ],
  ['A4', 'more is released than', (plot) => (plot.data(LEDGER, 'ReservationReleased')['rewardFen'] = 1)],
  [
    'A4',
    'is promised and 0.00 returned of 3000.00',
    (plot) => Object.assign(plot.data(LEDGER, 'QuotaAllotted'), { amountFen: 300_000 }),
  ],
  [
    'A4',
    'is promised and 3100.02 returned of 6000.00',
    (plot) => (plot.data(OTHER_LEDGER, 'SurplusReturned')['amountFen'] = 310_002),
  ],
  [
    'A4',
    'of two pools of',
    (plot) => {
      within(plot.data(PROGRAMME, 'ProgrammeOpened'), 'policy')['pools'] = 'two';
      plot.data(LEDGER, 'QuotaAllotted')['rewardLineFen'] = 100_000;
    },
  ],
  [
    'paid-within-reserved',
    '1200.00 + 0.00 is paid, 1000.00 + 0.00 is reserved',
    (plot) => (plot.data(LEDGER, 'ReservationAdjusted', -1)['subsidyFen'] = 100_000),
  ],
  [
    'paid-within-reserved',
    'is reserved',
    (plot) => (plot.data(OTHER_LEDGER, 'ReservationReleased', -2)['subsidyFen'] = 100_001),
  ],
]);
