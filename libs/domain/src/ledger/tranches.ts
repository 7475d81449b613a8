import { CorruptHistory } from '@yihu/workflow';
import type { Amounts } from '../shared';
import {
  accountOf,
  asserted,
  change,
  isFree,
  obligationKey,
  unowedOf,
  type LedgerState,
  type ObligationState,
} from './account';
import type { LedgerFacts } from './facts';

/** Two live instructions for one obligation would pay a household twice (A11). */
export function authorise(state: LedgerState, data: LedgerFacts['TrancheAuthorised']): LedgerState {
  const { caseId, tranche, seq, attempt, batchId, subsidyFen, rewardFen } = data;
  const key = obligationKey(tranche, seq);
  const known = accountOf(state, caseId).obligations[key];
  if (known && !isFree(known)) throw new CorruptHistory(`${caseId} ${key} is already ${known.status}`);
  return setObligation(state, caseId, key, { status: 'authorised', attempt, batchId, subsidyFen, rewardFen });
}

export function cancel(state: LedgerState, data: LedgerFacts['AuthorisationCancelled']): LedgerState {
  const { caseId, tranche, seq, attempt } = data;
  const key = obligationKey(tranche, seq);
  const known = obligationOf(state, caseId, key, attempt);
  if (known.attempt !== attempt || known.status !== 'authorised')
    throw new CorruptHistory(`${caseId} ${key} has no live attempt ${attempt}`);
  return setObligation(state, caseId, key, { ...known, status: 'cancelled' });
}

export function payTranche(state: LedgerState, data: LedgerFacts['TranchePaid']): LedgerState {
  const { caseId, tranche, seq, attempt, subsidyFen, rewardFen, recoveryId } = data;
  const key = obligationKey(tranche, seq);
  const known = obligationOf(state, caseId, key, attempt);
  const isLatest = known.attempt === attempt;
  if (recoveryId !== undefined) {
    const { unowed } = accountOf(state, caseId);
    const out = { ...unowed, [recoveryId]: { obligation: key, attempt, subsidyFen, rewardFen } };
    const ended = isLatest && known.status === 'authorised' ? ('cancelled' as const) : known.status;
    const settled = setObligation(state, caseId, key, { ...known, status: ended });
    return change({ ...settled, unowedFen: state.unowedFen + subsidyFen + rewardFen }, caseId, {
      unowed: out,
    });
  }
  if (known.paidBy !== undefined)
    throw new CorruptHistory(`${caseId} ${key} is already paid by attempt ${known.paidBy}`);
  const status = isLatest ? ('paid' as const) : known.status;
  return pay(setObligation(state, caseId, key, { ...known, status, paidBy: attempt }), caseId, {
    subsidyFen,
    rewardFen,
  });
}

/** Where money went out twice, what comes back is what was not owed: the other payment stands. */
export function reversePayment(state: LedgerState, data: LedgerFacts['PaymentReversed']): LedgerState {
  const { caseId, tranche, seq, attempt, subsidyFen, rewardFen } = data;
  const key = obligationKey(tranche, seq);
  const known = obligationOf(state, caseId, key, attempt);
  const account = accountOf(state, caseId);
  const twice = unowedOf(account, key);
  if (twice) {
    if (twice.subsidyFen < subsidyFen || twice.rewardFen < rewardFen)
      throw new CorruptHistory(`${caseId} ${key} has given back a part of it already`);
    const { [twice.recoveryId]: _back, ...unowed } = account.unowed;
    const paidBy = known.paidBy === attempt ? twice.attempt : known.paidBy;
    const kept = setObligation(state, caseId, key, { ...known, paidBy });
    return change({ ...kept, unowedFen: state.unowedFen - subsidyFen - rewardFen }, caseId, {
      unowed,
      unowedBack: [...account.unowedBack, twice.recoveryId],
    });
  }
  if (known.paidBy !== attempt)
    throw new CorruptHistory(`${caseId} ${key} is not paid by attempt ${attempt}`);
  const status = known.attempt === attempt ? ('reversed' as const) : known.status;
  return pay(setObligation(state, caseId, key, { ...known, status, paidBy: undefined }), caseId, {
    subsidyFen: -subsidyFen,
    rewardFen: -rewardFen,
  });
}

/** Money comes back from a household; the promise to it stays used, for it was kept. */
export function recover(state: LedgerState, data: LedgerFacts['RecoveryBooked']): LedgerState {
  const { caseId, recoveryId, subsidyFen, rewardFen } = data;
  const amountFen = subsidyFen + rewardFen;
  const account = accountOf(state, caseId);
  if (account.unowedBack.includes(recoveryId)) throw new CorruptHistory(`${recoveryId} is back already`);
  const unowed = account.unowed[recoveryId];
  const next = { ...state, recoveredFen: state.recoveredFen + amountFen };
  if (unowed) return recoverUnowed(next, caseId, recoveryId, amountFen);
  const paid = pay(next, caseId, { subsidyFen: -subsidyFen, rewardFen: -rewardFen });
  return change(paid, caseId, { recoveredFen: account.recoveredFen + amountFen });
}

/** A household gives back a sum, not its parts: the subsidy first. */
function recoverUnowed(
  state: LedgerState,
  caseId: string,
  recoveryId: string,
  amountFen: number,
): LedgerState {
  const { unowed, unowedBack } = accountOf(state, caseId);
  const { [recoveryId]: out, ...others } = unowed;
  const subsidyFen = Math.max(0, out!.subsidyFen - amountFen);
  const rewardFen = out!.rewardFen - (amountFen - (out!.subsidyFen - subsidyFen));
  const left = subsidyFen + rewardFen > 0 ? { [recoveryId]: { ...out!, subsidyFen, rewardFen } } : {};
  const sums = {
    unowedFen: state.unowedFen - amountFen,
    unowedRecoveredFen: state.unowedRecoveredFen + amountFen,
  };
  const back = recoveryId in left ? unowedBack : [...unowedBack, recoveryId];
  return change({ ...state, ...sums }, caseId, { unowed: { ...others, ...left }, unowedBack: back });
}

function pay(state: LedgerState, caseId: string, amounts: Amounts): LedgerState {
  const { paid } = accountOf(state, caseId);
  const sum = {
    subsidyFen: paid.subsidyFen + amounts.subsidyFen,
    rewardFen: paid.rewardFen + amounts.rewardFen,
  };
  return asserted(change(state, caseId, { paid: sum }), caseId);
}

function obligationOf(state: LedgerState, caseId: string, key: string, attempt: number): ObligationState {
  const known = accountOf(state, caseId).obligations[key];
  if (!known || known.attempt < attempt)
    throw new CorruptHistory(`${caseId} has no obligation ${key} with an attempt ${attempt}`);
  return known;
}

function setObligation(state: LedgerState, caseId: string, key: string, next: ObligationState): LedgerState {
  const { obligations } = accountOf(state, caseId);
  return change(state, caseId, { obligations: { ...obligations, [key]: next } });
}
