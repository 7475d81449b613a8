import { TOWN } from './testing/clean-history';
import { findsFaults, type Plot } from './testing/plant';
import { ledgerStream } from './testing/steps';

const LEDGER = ledgerStream(TOWN);
const MAIN = 'case-2024-main';
const ONE_FEN = 'case-2024-one-fen';
const CORRECTED = 'case-2024-corrected';
const TERMINATED = 'case-2024-terminated';

findsFaults('what is owed and paid', [
  [
    'A11',
    'attempt 1 is cancelled and was not live',
    (plot) =>
      plot.append(LEDGER, 'AuthorisationCancelled', { caseId: '2024-main', tranche: 1, seq: 1, attempt: 1 }),
  ],
  [
    'A11',
    'reversed that was never made',
    (plot) =>
      plot.append(LEDGER, 'PaymentReversed', {
        caseId: '2024-none',
        tranche: 1,
        seq: 1,
        attempt: 1,
        subsidyFen: 0,
        rewardFen: 0,
      }),
  ],
  ['A10', 'to be paid before the plan is filed', (plot) => plot.remove(MAIN, 'PlanFiled')],
  ['A7', 'to be paid before the work is accepted', (plot) => plot.remove(ONE_FEN, 'WorkAccepted')],
  ['A6', '1000.00 + 0.00 is to be paid, 999.99 + 0.00 is due', (plot) => payFirstHalfUp(plot)],
  [
    'A6',
    'is to be paid',
    (plot) => (ofCase(plot, 'TrancheAuthorised', '2024-one-fen')['rewardFen'] = 99_999),
  ],
  ['A6', 'is to be paid', (plot) => (plot.data(ONE_FEN, 'TrancheInstructed')['rewardFen'] = 99_999)],
  [
    'A11',
    'obligation 2-2 exists only after a correction',
    (plot) => plot.remove(CORRECTED, 'AcceptanceCorrected'),
  ],
  [
    'A11',
    'obligation 1-2 exists only',
    (plot) => (ofCase(plot, 'TrancheAuthorised', '2024-main')['seq'] = 2),
  ],
  [
    'A11',
    'obligation 1-1 is paid already',
    (plot) => plot.append(LEDGER, 'TrancheAuthorised', ofCase(plot, 'TrancheAuthorised', '2024-main')),
  ],
  ['A11', 'obligation 1-1 has a live instruction', (plot) => plot.remove(LEDGER, 'AuthorisationCancelled')],
  [
    'A11',
    'attempt 1 follows attempt 2',
    (plot) => {
      plot.data(LEDGER, 'TrancheAuthorised')['attempt'] = 2;
      plot.data(LEDGER, 'AuthorisationCancelled')['attempt'] = 2;
      plot.data(LEDGER, 'TrancheAuthorised', 1)['attempt'] = 1;
    },
  ],
  [
    'A11',
    'attempt 3 is paid and was never authorised',
    (plot) => (plot.data(LEDGER, 'TranchePaid')['attempt'] = 3),
  ],
  [
    'A11',
    '999.98 + 0.00 is paid, 999.99 + 0.00 was',
    (plot) => (plot.data(LEDGER, 'TranchePaid')['subsidyFen'] = 99_998),
  ],
  [
    'A11',
    'the obligation is paid a second time',
    (plot) => plot.append(LEDGER, 'TranchePaid', plot.data(LEDGER, 'TranchePaid')),
  ],
  ['A10', 'money is paid before the plan is filed', (plot) => plot.remove(TERMINATED, 'PlanFiled')],
  ['A7', 'a second tranche is paid before the work', (plot) => plot.remove(ONE_FEN, 'WorkAccepted')],
  [
    'A8',
    'a subsidy of 1630.00 is paid, 1629.99 is owed',
    (plot) => (paidSecondOf(plot, '2024-main')['subsidyFen'] = 63_001),
  ],
  [
    'A7',
    'a reward of 500.01 is paid, 500.00 is earned',
    (plot) => (paidSecondOf(plot, '2024-main')['rewardFen'] = 50_001),
  ],
]);

/** Half of 1,999.99 rounded up, by everyone alike. */
function payFirstHalfUp(plot: Plot): void {
  for (const { data, stream } of plot.history) {
    if (data['subsidyFen'] === 99_999 && (data['caseId'] === '2024-main' || stream === MAIN))
      data['subsidyFen'] = 100_000;
  }
}
function paidSecondOf({ history }: Plot, caseId: string): { [name: string]: unknown } {
  return history.find(
    ({ type, data }) => type === 'TranchePaid' && data['caseId'] === caseId && data['tranche'] === 2,
  )!.data;
}
/** Of the ledger's events of one type, the first that is about a case. */
const ofCase = ({ history }: Plot, type: string, caseId: string): { [name: string]: unknown } =>
  history.find((event) => event.type === type && event.data['caseId'] === caseId)!.data;
