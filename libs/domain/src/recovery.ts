import type { Fact, Folded, Proposal, RecordedFact, Recording, Recovery } from '@yihu/workflow';
import { caseFact } from './case/facts';
import { claimFact, type ClaimFacts } from './claim/facts';
import { ledgerFact, type LedgerFacts } from './ledger/facts';
import { accountOf, type LedgerState } from './ledger/state';
import { paymentFact } from './payment/facts';
import type { PaymentState } from './payment/state';

const REASON = 'never-landed';

/** How a decision is mended of which only a part landed: what it took goes back to whoever had it before (F3). */
export const recovery: Recovery = {
  // Every kind of stream that commands are about has this note, with the same payload.
  fence: (commandId) => caseFact('DecisionAbandoned', { commandId, reason: REASON }),
  undo: (_stream, taken, before) => taken.map((fact) => undoOf(fact, before)),
  instead,
};

function undoOf({ type, data }: RecordedFact, before: Folded): Fact {
  switch (type) {
    case 'Claimed':
      return claimFact('Released', { by: (data as ClaimFacts['Claimed']).by, reason: REASON });
    case 'MoneyReserved':
      return asBefore(data as LedgerFacts['MoneyReserved'], before.data as LedgerState);
    case 'TrancheAuthorised': {
      const { caseId, tranche, seq, attempt, batchId } = data as LedgerFacts['TrancheAuthorised'];
      return ledgerFact('AuthorisationCancelled', { caseId, tranche, seq, attempt, batchId, reason: REASON });
    }
    default:
      throw new Error(`Nothing takes back ${type}`);
  }
}

/** A reservation sets what a case has; nothing of it is paid yet. */
function asBefore(taken: LedgerFacts['MoneyReserved'], before: LedgerState): Fact {
  const { caseId, planVersion, subsidyFen, rewardFen } = taken;
  const { reserved } = accountOf(before, caseId);
  if (reserved.subsidyFen + reserved.rewardFen === 0) {
    return ledgerFact('ReservationReleased', { caseId, subsidyFen, rewardFen, cause: REASON });
  }
  return ledgerFact('ReservationAdjusted', { caseId, planVersion, ...reserved, cause: REASON });
}

/** A case that went another way before it was told of its instruction leaves the batch (design 6). */
function instead(
  { stream, facts }: Proposal,
  commandId: string,
  subjectStream: string,
  subject: Folded,
): Recording {
  if (!facts.every(({ type }) => type === 'TrancheInstructed')) {
    throw new Error(`${stream} cannot take ${facts.map(({ type }) => type).join(', ')}`);
  }
  const payment = subject.data as PaymentState;
  const row = payment.rows.find(({ caseId }) => stream === `case-${caseId}`)!;
  const { caseId, seq, attempt } = row;
  const batchId = subjectStream.slice('payment-'.length);
  const cancelled = { caseId, tranche: payment.tranche, seq, attempt, batchId, reason: REASON };
  return {
    subject: [paymentFact('ItemDropped', { row: row.row, reason: REASON })],
    gives: [
      {
        stream: `ledger-${payment.year}-${payment.town}`,
        facts: [ledgerFact('AuthorisationCancelled', cancelled)],
      },
      { stream, facts: [caseFact('DecisionAbandoned', { commandId, reason: REASON })] },
    ],
  };
}
