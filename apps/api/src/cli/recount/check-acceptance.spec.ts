import { findsFaults, rowOf, within, type Plot } from './testing/plant';
import { told } from './testing/told';

const MAIN = 'case-2024-main';
const OVERPAID = 'case-2024-overpaid';
const CORRECTED = 'case-2024-corrected';
const RATIO = 'case-2024-ratio';

findsFaults('acceptance', [
  [
    'A8',
    'a line is accepted twice',
    (plot) => (rowOf(plot.data(MAIN, 'AcceptanceDrafted'), 'lines', 1)['lineNo'] = 1),
  ],
  [
    'A8',
    'line 3 is accepted and was not filed',
    (plot) => (rowOf(plot.data(MAIN, 'AcceptanceDrafted'), 'lines', 1)['lineNo'] = 3),
  ],
  [
    'A8',
    'line 1 is accepted with 81 of 80',
    (plot) => (rowOf(plot.data(MAIN, 'AcceptanceDrafted'), 'lines')['acceptedMilli'] = 81_000),
  ],
  [
    'A5',
    'accepted line 1 says',
    (plot) => (rowOf(plot.data(MAIN, 'AcceptanceDrafted'), 'lines')['acceptedFen'] = 111_001),
  ],
  ['A10', 'AcceptanceHouseholdSigned stands before any', (plot) => plot.remove(MAIN, 'AcceptanceDrafted')],
  ['A10', 'AcceptanceVillageSigned stands before any', (plot) => plot.remove(MAIN, 'AcceptanceDrafted')],
  [
    'A10',
    'AcceptanceHouseholdSigned covers another form',
    (plot) => (plot.data(MAIN, 'AcceptanceHouseholdSigned')['contentHash'] = 'x'),
  ],
  [
    'A10',
    'the village accepts before the household',
    (plot) => plot.remove(MAIN, 'AcceptanceHouseholdSigned'),
  ],
  ['A10', 'accepted without an acceptance form', (plot) => plot.remove(MAIN, 'AcceptanceDrafted')],
  [
    'A10',
    'without the signatures of household and village',
    (plot) => plot.remove(MAIN, 'AcceptanceVillageSigned'),
  ],
  [
    'A10',
    'without the signatures of household and village',
    (plot) => plot.before(MAIN, 'WorkAccepted', told(MAIN, 'AcceptanceSignatureWithdrawn')),
  ],
  [
    'A10',
    'without the signatures of household and village',
    (plot) => plot.before(MAIN, 'WorkAccepted', told(MAIN, 'RectificationOrdered')),
  ],
  [
    'A10',
    'both acceptors are one person',
    (plot) => (plot.event(MAIN, 'WorkAccepted').actorId = 'village-cadre'),
  ],
  ['A8', 'is payable by the case', (plot) => (plot.data(MAIN, 'WorkAccepted')['payableFen'] = 163_000)],
  [
    'A8',
    'is payable by the case, 2000.00 by its lines',
    (plot) => {
      // Bought dearer than filed: the household bears the difference.
      const line = rowOf(plot.data(CORRECTED, 'AcceptanceCorrected'), 'lines');
      Object.assign(line, { paidUnitPriceFen: 21_000, acceptedFen: 210_000 });
      plot.data(CORRECTED, 'AcceptanceCorrected')['payableFen'] = 210_000;
    },
  ],
  ['A6', 'the second tranche is', (plot) => (plot.data(MAIN, 'WorkAccepted')['secondFen'] = 63_001)],
  [
    'A6',
    'the second tranche is',
    (plot) => (plot.data(CORRECTED, 'AcceptanceCorrected')['secondFen'] = 100_000),
  ],
  ['A7', 'not judged by the estimate income', (plot) => (rewardIn(plot, MAIN)['incomeFen'] = 250_000)],
  ['A7', 'not judged by the estimate income', (plot) => (rewardIn(plot, MAIN)['basis'] = 'actual')],
  ['A7', 'the target is not the one', (plot) => (rewardIn(plot, MAIN)['targetFen'] = 150_000)],
  [
    'A7',
    'a reward of 1000.01 is granted, 500.00 is earned',
    (plot) => (rewardIn(plot, MAIN)['rewardFen'] = 100_001),
  ],
  ['A7', 'is granted, 0.00 is earned', (plot) => (rewardIn(plot, OVERPAID)['rewardFen'] = 1)],
  [
    'A7',
    'a reward of 500.00 is granted, 0.00 is earned',
    (plot) => {
      within(plot.data(MAIN, 'AcceptanceDrafted'), 'income')['estimateFen'] = 149_999;
      rewardIn(plot, MAIN)['incomeFen'] = 149_999;
    },
  ],
  [
    'A7',
    'a reward of 900.00 is granted, 0.00 is earned',
    (plot) => {
      within(plot.data(RATIO, 'AcceptanceDrafted'), 'income')['estimateFen'] = 119_997;
      rewardIn(plot, RATIO)['incomeFen'] = 119_997;
    },
  ],
]);

function rewardIn(plot: Plot, stream: string): { [name: string]: unknown } {
  return within(plot.data(stream, 'WorkAccepted'), 'reward');
}
