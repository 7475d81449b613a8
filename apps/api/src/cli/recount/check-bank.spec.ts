import { bankHistory } from './testing/bank-history';
import { TOWN } from './testing/clean-history';
import { findsFaults, problemsAfter } from './testing/plant';
import { ledgerStream } from './testing/steps';

const LEDGER = ledgerStream(TOWN);
const TWICE = 'case-2024-twice';
const BACK = 'case-2024-back';

it('takes what a bank says late, twice or takes back for what it is (A11, BNK-05)', async () => {
  expect(await problemsAfter(() => undefined, bankHistory())).toEqual([]);
});

findsFaults(
  'what a bank says late',
  [
    ['A8', 'went out without being owed', (plot) => plot.remove(TWICE, 'RecoveryOpened')],
    [
      'A8',
      '999.99 of it is asked back',
      (plot) => (plot.data(TWICE, 'RecoveryOpened')['amountFen'] = 99_999),
    ],
    [
      'A11',
      'the obligation is paid a second time',
      (plot) => delete plot.data(LEDGER, 'TranchePaid', 1)['recoveryId'],
    ],
    [
      'A11',
      'is confirmed twice',
      (plot) => {
        delete plot.data('payment-2024-twice-1-1-1', 'ItemConfirmed')['recoveryId'];
        delete plot.data(LEDGER, 'TranchePaid', 1)['recoveryId'];
      },
    ],
    ['A11', 'reversed that was never made', (plot) => (plot.data(LEDGER, 'PaymentReversed')['attempt'] = 2)],
    ['A11', 'is paid already', (plot) => plot.remove(LEDGER, 'PaymentReversed')],
    ['A11', 'is instructed and is paid already', (plot) => plot.remove(BACK, 'TrancheReversed')],
  ],
  bankHistory,
);
