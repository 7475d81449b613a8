import { openedProgramme, TOWN } from './clean-history';
import {
  accept,
  batchOf,
  bounce,
  confirm,
  file,
  instruct,
  open,
  payFirst,
  paySecond,
  signByTown,
  signByVillage,
  tell,
  tellLedger,
  type Plan,
  type Teller,
} from './steps';
import { told, type Told } from './told';

const PLAN: Plan = { version: 1, lines: [{ quantity: 10, priceFen: 20_000 }], rewardFen: 0, targetFen: 0 };
const HALF = { subsidyFen: 100_000, rewardFen: 0 };
const FIRST = { tranche: 1, seq: 1 };

/** What a bank says late, twice, or takes back: strange, and nothing wrong with it. */
export function bankHistory(): Told[] {
  const history = openedProgramme([[TOWN, 2]]);
  paidTwice({ id: '2024-twice', town: TOWN, history });
  takenBack({ id: '2024-back', town: TOWN, history });
  return history;
}

function filed(teller: Teller): void {
  open(teller);
  signByVillage(teller, PLAN);
  signByTown(teller, PLAN);
  file(teller, PLAN);
}

/** A transfer came back, was sent again, and then the first one arrived after all. */
function paidTwice(teller: Teller): void {
  filed(teller);
  instruct(teller, 1, 1, HALF);
  bounce(teller, 1, HALF);
  instruct(teller, 1, 1, { ...HALF, attempt: 2 });
  confirm(teller, 1, { ...HALF, attempt: 2 }, { amountFen: 100_000 });
  const recoveryId = 'twice';
  teller.history.push(told(batchOf(teller, 1, HALF), 'ItemConfirmed', { row: 1, recoveryId }));
  tellLedger(teller, 'TranchePaid', { ...FIRST, attempt: 1, ...HALF, recoveryId });
  tell(teller, 'TrancheConfirmedLate', { obligation: FIRST, attempt: 1, amountFen: 100_000 });
  tell(teller, 'RecoveryOpened', { recoveryId, amountFen: 100_000 });
  tell(teller, 'RecoveryReceived', { recoveryId, amountFen: 100_000 });
  tellLedger(teller, 'RecoveryBooked', { recoveryId, ...HALF });
}

/** The first transfer is taken back after the work was accepted, and is paid again beside the second. */
function takenBack(teller: Teller): void {
  filed(teller);
  payFirst(teller, 1, 100_000);
  accept(teller, { plan: PLAN, incomeFen: 0, payableFen: 200_000, secondFen: 100_000, rewardFen: 0 });
  teller.history.push(told(batchOf(teller, 1, HALF), 'ItemReversed', { row: 1 }));
  tellLedger(teller, 'PaymentReversed', { ...FIRST, attempt: 1, ...HALF });
  tell(teller, 'TrancheReversed', { obligation: FIRST, attempt: 1, amountFen: 100_000 });
  const again = { ...HALF, attempt: 2 };
  tellLedger(teller, 'TrancheAuthorised', { ...FIRST, ...again });
  const row = { row: 1, caseId: teller.id, ...FIRST, ...again, amountFen: 100_000 };
  const drawn = { tranche: 1, rows: [row], count: 1, sumFen: 100_000 };
  teller.history.push(told(batchOf(teller, 1, again), 'BatchDrawn', drawn));
  tell(teller, 'TrancheReissued', { obligation: FIRST, attempt: 2 });
  teller.history.push(told(batchOf(teller, 1, again), 'ItemConfirmed', { row: 1 }));
  tellLedger(teller, 'TranchePaid', { ...FIRST, ...again });
  tell(teller, 'TrancheConfirmedLate', { obligation: FIRST, attempt: 2, amountFen: 100_000 });
  paySecond(teller, 1, HALF, { subsidyPaidFen: 200_000, rewardPaidFen: 0 });
}
