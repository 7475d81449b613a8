import { takes, type Fact, type Proposal } from '@yihu/workflow';
import { caseFact } from '../case/facts';
import { recoveryOpened } from '../case/recovery';
import { attemptKey } from '../case/state-money';
import { caseWorkflow } from '../case/state';
import { contentHash } from '../content-hash';
import { ledgerFact } from '../ledger/facts';
import { obligationKey, type CaseAccount, type ObligationState } from '../ledger/state';
import { dueOf, isInstructed, isUnpromised, type BankContext, type PaidCase } from './context';
import { paymentFact, type BatchRow } from './facts';
import type { ResultRow } from './inputs';
import type { PaymentState, RowState } from './state';

/** What one row of a result file leaves in its own batch, in the ledger, in the case and in other batches. */
export interface Effect {
  readonly item: Fact;
  readonly ledger: readonly Fact[];
  readonly case: readonly Fact[];
  readonly beside: readonly Proposal[];
}

export function give(effect: Partial<Effect> & Pick<Effect, 'item'>): Effect {
  return { ledger: [], case: [], beside: [], ...effect };
}

export const obligationOf = (c: BankContext, { seq }: BatchRow) => ({ tranche: c.tranche, seq });

/** Money is with the household: it settles what is owed, or it was not owed and is asked back (situation 8). */
export function confirm(c: BankContext, payee: PaidCase, row: RowState, result: ResultRow): Effect {
  const { code: rawCode, ...said } = result;
  const obligation = payee.account.obligations[obligationKey(c.tranche, row.seq)]!;
  const isExpected = obligation.attempt === row.attempt && obligation.status === 'authorised';
  const item = { ...said, rawCode, ...(!isExpected && { late: true as const }) };
  if (isUnpromised(payee.folded) || !isOwed(payee.account, obligation, row))
    return confirmUnowed(c, payee, row, item, obligation);
  const dropped = droppedBy(c, payee, row, obligation);
  return give({
    item: paymentFact('ItemConfirmed', item),
    ledger: [...dropped.ledger, ledgerFact('TranchePaid', paid(c, row, result))],
    case: [...dropped.case, confirmation(c, payee, row, result)],
    beside: dropped.beside,
  });
}

/** Nothing of the obligation stands yet, and what is promised to the case covers it. */
function isOwed(
  { paid: before, reserved }: CaseAccount,
  { paidBy }: ObligationState,
  row: RowState,
): boolean {
  return (
    paidBy === undefined &&
    before.subsidyFen + row.subsidyFen <= reserved.subsidyFen &&
    before.rewardFen + row.rewardFen <= reserved.rewardFen
  );
}

function confirmUnowed(
  c: BankContext,
  payee: PaidCase,
  row: RowState,
  item: Omit<ResultRow, 'code'> & { readonly rawCode: string },
  { paidBy }: ObligationState,
): Effect {
  const { amountFen, attempt } = row;
  const { valueOn } = item;
  const recoveryId = recoveryIdOf(c.subjectId, c.payment, { ...row, valueOn });
  const ground = groundOf(paidBy);
  return give({
    item: paymentFact('ItemConfirmed', { ...item, recoveryId }),
    ledger: [ledgerFact('TranchePaid', { ...paid(c, row, item), recoveryId })],
    case: [
      caseFact('TrancheConfirmedLate', { obligation: obligationOf(c, row), attempt, amountFen, valueOn }),
      recoveryOpened({ recoveryId, ground, amountFen }, c.today),
    ],
  });
}

/** The recovery by which a batch's money is asked back that was not owed. */
function recoveryIdOf(
  batchId: string,
  { rows }: PaymentState,
  { caseId, valueOn }: { readonly caseId: string; readonly valueOn: string },
): string {
  const { row } = rows.find((each) => each.caseId === caseId)!;
  return contentHash({ batchId, row, valueOn }).slice(0, 32);
}

/** Why money is asked back: another attempt's stands, or nothing of it was promised any more. */
const groundOf = (paidBy: number | undefined) =>
  paidBy === undefined ? ('paid-after-end' as const) : ('paid-twice' as const);

/** A later attempt that has not left the office leaves its batch; one that has left stands until the bank speaks. */
function droppedBy(
  c: BankContext,
  payee: PaidCase,
  row: RowState,
  { attempt, status, batchId }: ObligationState,
): Omit<Effect, 'item'> {
  const batch = attempt > row.attempt && status === 'authorised' ? c.paymentOf(batchId) : undefined;
  const later = batch?.rows.find((each) => each.caseId === row.caseId && each.attempt === attempt);
  if (!batch || !later || batch.status === 'released') return { ledger: [], case: [], beside: [] };
  const reason = 'paid-by-an-earlier-attempt';
  const { caseId, seq } = row;
  const cancelled = { attempt, batchId, reason };
  const item = paymentFact('ItemDropped', { row: later.row, reason });
  return {
    ledger: [ledgerFact('AuthorisationCancelled', { caseId, tranche: c.tranche, seq, ...cancelled })],
    case: isInstructed(payee, c.tranche, later)
      ? [caseFact('InstructionCancelled', { obligation: obligationOf(c, row), ...cancelled })]
      : [],
    beside: [{ stream: `payment-${batchId}`, facts: [item] }],
  };
}

function paid(c: BankContext, row: RowState, { valueOn }: Pick<ResultRow, 'valueOn'>) {
  const { caseId, seq, attempt, subsidyFen, rewardFen } = row;
  return { caseId, tranche: c.tranche, seq, attempt, subsidyFen, rewardFen, valueOn };
}

function confirmation(c: BankContext, payee: PaidCase, row: RowState, { valueOn }: ResultRow): Fact {
  const outcome = { obligation: obligationOf(c, row), attempt: row.attempt, valueOn };
  const { amountFen } = row;
  if (c.tranche === 1 && takes(caseWorkflow, payee.folded, 'FirstTranchePaid')) {
    return caseFact('FirstTranchePaid', { ...outcome, amountFen });
  }
  if (!takes(caseWorkflow, payee.folded, 'FullyPaid') || !otherStands(c, payee)) {
    return caseFact('TrancheConfirmedLate', { ...outcome, amountFen });
  }
  const { subsidyFen, rewardFen: rewardPaidFen } = dueOf(payee, 2);
  const subsidyPaidFen = payee.folded.data.firstPaidFen + subsidyFen;
  return caseFact('FullyPaid', { ...outcome, subsidyPaidFen, rewardPaidFen, unpaid: [] });
}

/** A case is fully paid when the other tranche stands as well: paid, not due, and not taken back (A10). */
function otherStands(c: BankContext, payee: PaidCase): boolean {
  const { reversed, confirmedLate } = payee.folded.data;
  if (c.tranche === 2) return !reversed.includes(attemptKey({ tranche: 1, seq: 1 }));
  const { subsidyFen, rewardFen } = dueOf(payee, 2);
  return subsidyFen + rewardFen === 0 || confirmedLate.includes(attemptKey({ tranche: 2, seq: 1 }));
}
