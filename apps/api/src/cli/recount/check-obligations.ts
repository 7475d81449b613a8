import {
  caseBook,
  caseStreamOf,
  paidTo,
  type AccountBook,
  type Books,
  type CaseBook,
  type ObligationBook,
} from './books';
import {
  amountsIn,
  asAmounts,
  firstHalfFen,
  isSame,
  minus,
  NOTHING,
  plus,
  spoken,
  totalFen,
  yuan,
  type Amounts,
} from './money';
import type { Report } from './problem';
import { countIn, type Members, type RecordedEvent } from './recorded-event';

/** Each payment owed once and paid once, in the ledger (A11), by the formula (A6), after what it rests on. */
export function checkObligation(
  event: RecordedEvent,
  account: AccountBook,
  books: Books,
  report: Report,
): void {
  const { type, data } = event;
  if (data['tranche'] === undefined) return;
  const owner = caseBook(books, caseStreamOf(data));
  const obligation = obligationOf(account, obligationKey(data));
  const attempt = countIn(data, 'attempt');
  switch (type) {
    case 'TrancheAuthorised':
      return authorise(data, attempt, obligation, account, owner, report);
    case 'AuthorisationCancelled':
      if (obligation.liveAttempt !== attempt)
        report('A11', `attempt ${attempt} is cancelled and was not live`);
      else obligation.liveAttempt = undefined;
      return;
    case 'TranchePaid':
      return pay(data, attempt, obligation, account, owner, report);
    case 'PaymentReversed':
      return takeBack(data, attempt, obligation, account, report);
  }
}

/**
 * What is due now: half of the filed subsidy down to the fen, or what acceptance left of it and of the reward
 * (A6). Nothing is due before filing (A10), nothing of the second tranche before acceptance (A7).
 */
export function checkDue(
  data: Members,
  tranche: number,
  owner: CaseBook,
  account: AccountBook | undefined,
  report: Report,
): void {
  const amounts = amountsIn(data);
  const due = tranche === 1 ? firstDue(owner, report) : secondDue(owner, account, report);
  if (due && !isSame(due, amounts)) report('A6', `${spoken(amounts)} is to be paid, ${spoken(due)} is due`);
}

export function obligationKey(members: Members): string {
  return `${countIn(members, 'tranche')}-${countIn(members, 'seq')}`;
}

function firstDue({ filed }: CaseBook, report: Report): Amounts | undefined {
  if (filed) return asAmounts(firstHalfFen(filed.subsidyFen), 0);
  report('A10', 'a first tranche is to be paid before the plan is filed');
  return undefined;
}

function secondDue(
  { accepted }: CaseBook,
  account: AccountBook | undefined,
  report: Report,
): Amounts | undefined {
  if (!accepted) {
    report('A7', 'a second tranche is to be paid before the work is accepted');
    return undefined;
  }
  // A first transfer that was taken back is paid again by itself.
  const paid = plus(paidTo(account), account?.takenBackFirst ?? NOTHING);
  return asAmounts(
    Math.max(0, accepted.payableFen - paid.subsidyFen),
    Math.max(0, accepted.rewardFen - paid.rewardFen),
  );
}

function authorise(
  data: Members,
  attempt: number,
  obligation: ObligationBook,
  account: AccountBook,
  owner: CaseBook,
  report: Report,
): void {
  const tranche = countIn(data, 'tranche');
  const seq = countIn(data, 'seq');
  const seqMax = tranche === 1 ? 1 : 1 + owner.correctionCount;
  if (seq < 1 || seq > seqMax) report('A11', `obligation ${tranche}-${seq} exists only after a correction`);
  if (obligation.paidBy !== undefined) report('A11', `obligation ${tranche}-${seq} is paid already`);
  if (obligation.liveAttempt !== undefined)
    report('A11', `obligation ${tranche}-${seq} has a live instruction already`);
  if (attempt < obligation.lastAttempt)
    report('A11', `attempt ${attempt} follows attempt ${obligation.lastAttempt}`);
  checkDue(data, tranche, owner, account, report);
  obligation.liveAttempt = attempt;
  obligation.lastAttempt = Math.max(attempt, obligation.lastAttempt);
  obligation.authorised.set(attempt, amountsIn(data));
}

function pay(
  data: Members,
  attempt: number,
  obligation: ObligationBook,
  account: AccountBook,
  owner: CaseBook,
  report: Report,
): void {
  const amounts = amountsIn(data);
  const authorised = obligation.authorised.get(attempt);
  if (!authorised) report('A11', `attempt ${attempt} is paid and was never authorised`);
  else if (!isSame(authorised, amounts))
    report('A11', `${spoken(amounts)} is paid, ${spoken(authorised)} was authorised`);
  if (obligation.liveAttempt === attempt) obligation.liveAttempt = undefined;
  const { recoveryId } = data;
  if (typeof recoveryId === 'string') {
    const amountFen = totalFen(amounts);
    const out = { obligation: obligationKey(data), attempt, amountFen, leftFen: amountFen };
    return void account.unowed.set(recoveryId, out);
  }
  if (obligation.paidBy !== undefined) report('A11', 'the obligation is paid a second time');
  obligation.paidBy = attempt;
  if (data['tranche'] === 1) account.takenBackFirst = NOTHING;
  addPaid(account, data, amounts);
  checkPaidWithinPlan(countIn(data, 'tranche'), account, owner, report);
}

/** Of money that went out twice, either may come back: then the other one stands. */
function takeBack(
  data: Members,
  attempt: number,
  obligation: ObligationBook,
  account: AccountBook,
  report: Report,
): void {
  const amounts = amountsIn(data);
  const [recoveryId, twice] =
    [...account.unowed].find(([, unowed]) => unowed.obligation === obligationKey(data)) ?? [];
  const isMade = obligation.paidBy === attempt || twice?.attempt === attempt;
  if (!isMade) report('A11', 'a payment is reversed that was never made');
  if (recoveryId !== undefined && twice) {
    account.unowed.delete(recoveryId);
    if (obligation.paidBy === attempt) obligation.paidBy = twice.attempt;
    return;
  }
  obligation.paidBy = undefined;
  if (data['tranche'] === 1) account.takenBackFirst = amounts;
  addPaid(account, data, minus(NOTHING, amounts));
}

/** Paid ≤ accepted ≤ filed (A8). What the first tranche paid too much is a matter of recovery. */
function checkPaidWithinPlan(tranche: number, account: AccountBook, owner: CaseBook, report: Report): void {
  const { filed, accepted } = owner;
  if (!filed) return report('A10', 'money is paid before the plan is filed');
  if (tranche === 2 && !accepted) report('A7', 'a second tranche is paid before the work is accepted');
  const paid = paidTo(account);
  const limitFen = Math.max(accepted?.payableFen ?? filed.subsidyFen, account.paidFirst.subsidyFen);
  if (paid.subsidyFen > limitFen || paid.subsidyFen > filed.subsidyFen) {
    report(
      'A8',
      `a subsidy of ${yuan(paid.subsidyFen)} is paid, ${yuan(Math.min(limitFen, filed.subsidyFen))} is owed`,
    );
  }
  const rewardFen = accepted?.rewardFen ?? 0;
  if (paid.rewardFen > rewardFen)
    report('A7', `a reward of ${yuan(paid.rewardFen)} is paid, ${yuan(rewardFen)} is earned`);
}

function addPaid(account: AccountBook, data: Members, amounts: Amounts): void {
  if (data['tranche'] === 1) account.paidFirst = plus(account.paidFirst, amounts);
  else account.paidSecond = plus(account.paidSecond, amounts);
}

function obligationOf({ obligations }: AccountBook, key: string): ObligationBook {
  const known = obligations.get(key);
  if (known) return known;
  const fresh: ObligationBook = {
    liveAttempt: undefined,
    lastAttempt: 0,
    paidBy: undefined,
    authorised: new Map(),
  };
  obligations.set(key, fresh);
  return fresh;
}
