import type { Fact, Folded, RecordedFact } from '@yihu/workflow';
import { claimFact, type ClaimFacts } from '../claim/facts';
import type { ClaimState } from '../claim/state';
import { ledgerFact, type LedgerFacts } from '../ledger/facts';
import { accountOf, type LedgerState } from '../ledger/state';
import { NEVER_LANDED } from './reasons';

/** What gives back to whoever had it before what a decision took that never landed (F3). */
export function undo(taken: readonly RecordedFact[], before: Folded): readonly Fact[] {
  return taken.flatMap((fact) => undoOf(fact, before));
}

function undoOf({ type, data }: RecordedFact, before: Folded): readonly Fact[] {
  switch (type) {
    case 'Claimed':
      return freed(data as ClaimFacts['Claimed'], before.data as ClaimState);
    case 'MoneyReserved':
      return [asBefore(data as LedgerFacts['MoneyReserved'], before.data as LedgerState)];
    case 'TrancheAuthorised': {
      const { caseId, tranche, seq, attempt, batchId } = data as LedgerFacts['TrancheAuthorised'];
      const cancelled = { caseId, tranche, seq, attempt, batchId, reason: NEVER_LANDED };
      return [ledgerFact('AuthorisationCancelled', cancelled)];
    }
    default:
      throw new Error(`Nothing takes back ${type}`);
  }
}

/** Who claims what is already its own has taken nothing by it. */
function freed({ by }: ClaimFacts['Claimed'], { heldBy }: ClaimState): readonly Fact[] {
  return heldBy === by ? [] : [claimFact('Released', { by, reason: NEVER_LANDED })];
}

/** A reservation sets what a case has, and the case has what it had before. */
function asBefore(taken: LedgerFacts['MoneyReserved'], before: LedgerState): Fact {
  const { caseId, planVersion, subsidyFen, rewardFen } = taken;
  const { reserved } = accountOf(before, caseId);
  if (reserved.subsidyFen + reserved.rewardFen === 0) {
    return ledgerFact('ReservationReleased', { caseId, subsidyFen, rewardFen, cause: NEVER_LANDED });
  }
  return ledgerFact('ReservationAdjusted', { caseId, planVersion, ...reserved, cause: NEVER_LANDED });
}
