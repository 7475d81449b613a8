import { TOWN } from './testing/clean-history';
import { findsFaults, type Plot } from './testing/plant';
import { ledgerStream } from './testing/steps';
import { told } from './testing/told';

const LEDGER = ledgerStream(TOWN);
const MAIN = 'case-2024-main';
const OVERPAID = 'case-2024-overpaid';
const ONE_FEN = 'case-2024-one-fen';
const CORRECTED = 'case-2024-corrected';
const REVERSED = 'case-2024-reversed';
const TERMINATED = 'case-2024-terminated';

findsFaults('payments as the case tells them', [
  [
    'A8',
    'another version than the filed one is paid',
    (plot) => (plot.data(MAIN, 'TrancheInstructed')['planVersion'] = 1),
  ],
  ['A11', 'instructed while an instruction is live', (plot) => plot.remove(MAIN, 'TrancheReturned')],
  [
    'A11',
    'is instructed and is paid already',
    (plot) => plot.append(MAIN, 'TrancheInstructed', plot.data(MAIN, 'TrancheInstructed')),
  ],
  ['A11', 'is instructed and is paid already', (plot) => plot.remove(REVERSED, 'SecondTrancheReopened')],
  ['A10', 'the first tranche is paid before the plan is filed', (plot) => plot.remove(MAIN, 'PlanFiled')],
  [
    'A6',
    'the case says 1000.00, its ledger 999.99',
    (plot) => (plot.data(MAIN, 'FirstTranchePaid')['amountFen'] = 100_000),
  ],
  [
    'A6',
    'half of the subsidy is not zero',
    (plot) => plot.before(TERMINATED, 'FirstTranchePaid', told(TERMINATED, 'FirstTrancheNotDue')),
  ],
  [
    'A6',
    'the case says 0.01 + 999.99',
    (plot) => (plot.data(ONE_FEN, 'FullyPaid')['rewardPaidFen'] = 99_999),
  ],
  ['A7', 'fully paid before the work is accepted', (plot) => plot.remove(ONE_FEN, 'WorkAccepted')],
  ['A6', 'is fully paid with 1000.00 + 0.00 of 1600.00', (plot) => fullyPaidWithout(plot)],
  ['A8', 'is asked back', (plot) => (plot.data(OVERPAID, 'RecoveryOpened')['amountFen'] = 19_999)],
  ['A4', 'is still reserved in withdrawn', (plot) => plot.remove(LEDGER, 'ReservationReleased', 1)],
]);

/** The second payment of the corrected case never happened, and the case says it is fully paid all the same. */
function fullyPaidWithout(plot: Plot): void {
  const isSecond = (data: { [name: string]: unknown }): boolean =>
    data['caseId'] === '2024-corrected' && data['tranche'] === 2 && data['seq'] === 1;
  const index = plot.history.findIndex(({ type, data }) => type === 'TranchePaid' && isSecond(data));
  plot.history.splice(index, 1);
  plot.data(CORRECTED, 'FullyPaid')['subsidyPaidFen'] = 100_000;
}
