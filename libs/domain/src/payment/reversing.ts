import { takes, type Fact } from '@yihu/workflow';
import { caseFact } from '../case/facts';
import { caseWorkflow } from '../case/state';
import { ledgerFact } from '../ledger/facts';
import { obligationKey, unowedOf } from '../ledger/state';
import { give, obligationOf, type Effect } from './confirming';
import { isInstructed, type BankContext, type PaidCase } from './context';
import { paymentFact } from './facts';
import type { ResultRow } from './inputs';
import type { RowState } from './state';

/** The bank could not pay: what was authorised is free again, and the case waits for another attempt. */
export function giveBack(c: BankContext, payee: PaidCase, row: RowState, result: ResultRow): Effect {
  const { code: rawCode, ...said } = result;
  const { caseId, seq, attempt } = row;
  const { valueOn } = result;
  const live = payee.account.obligations[obligationKey(c.tranche, seq)];
  const isLive = live?.attempt === attempt && live.status === 'authorised';
  const cancelled = { caseId, tranche: c.tranche, seq, attempt, batchId: c.subjectId };
  const obligation = obligationOf(c, row);
  return give({
    item: paymentFact('ItemReturned', { ...said, rawCode }),
    ledger: isLive ? [ledgerFact('AuthorisationCancelled', { ...cancelled, reason: 'bank-returned' })] : [],
    case: isInstructed(payee, c.tranche, row)
      ? [caseFact('TrancheReturned', { obligation, attempt, bankCode: rawCode, valueOn })]
      : [],
  });
}

/** Whether what the bank takes back is what the ledger has of it; anything else waits for a person. */
export function canReverse({ tranche }: BankContext, { account }: PaidCase, row: RowState): boolean {
  const key = obligationKey(tranche, row.seq);
  const has = unowedOf(account, key) ?? account.paid;
  const isWhole = has.subsidyFen >= row.subsidyFen && has.rewardFen >= row.rewardFen;
  return (
    isWhole && (unowedOf(account, key) !== undefined || account.obligations[key]?.paidBy === row.attempt)
  );
}

/** The bank takes back what it had paid (BNK-05). */
export function reverse(c: BankContext, payee: PaidCase, row: RowState, result: ResultRow): Effect {
  const { code: rawCode, ...said } = result;
  const { caseId, seq, attempt, subsidyFen, rewardFen } = row;
  const { valueOn } = result;
  const money = { caseId, tranche: c.tranche, seq, attempt, subsidyFen, rewardFen, valueOn };
  return give({
    item: paymentFact('ItemReversed', { ...said, rawCode }),
    ledger: [ledgerFact('PaymentReversed', money)],
    case: [taken(c, payee, row, valueOn)],
  });
}

/** Where money had gone out twice, what comes back is what was asked back; else the tranche is owed again. */
function taken(c: BankContext, payee: PaidCase, row: RowState, valueOn: string): Fact {
  const { seq, attempt, amountFen } = row;
  const twice = unowedOf(payee.account, obligationKey(c.tranche, seq));
  if (twice) {
    const { recoveryId } = twice;
    return caseFact('RecoveryReceived', { recoveryId, amountFen, how: 'reversal', receivedOn: valueOn });
  }
  const reversed = { obligation: obligationOf(c, row), attempt, amountFen, valueOn };
  const reopens = c.tranche === 2 && takes(caseWorkflow, payee.folded, 'SecondTrancheReopened');
  return caseFact(reopens ? 'SecondTrancheReopened' : 'TrancheReversed', reversed);
}
