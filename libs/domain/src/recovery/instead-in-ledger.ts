import type { Fact, Folded, Metadata, Proposal, Recording } from '@yihu/workflow';
import { ledgerFact, type LedgerFacts } from '../ledger/facts';
import { accountOf, ledgerWorkflow, type LedgerState } from '../ledger/state';
import { unpaidReleased } from '../ledger/unpaid';
import type { PaymentState } from '../payment/state';
import { batchIdOf } from './batches';
import { resultsAnew } from './results-anew';
import { isTakeable, orNote, retold, type ReadNow } from './retold';

/** What a ledger is told by now. Of a promise that is released or lowered, what was paid meanwhile stays. */
export async function insteadInLedger(
  rest: readonly Proposal[],
  by: Metadata,
  read: ReadNow,
): Promise<Recording | undefined> {
  const [{ stream, facts }] = rest as readonly [Proposal];
  const batchId = batchIdOf(by.subjectStream!);
  const payment = batchId === undefined ? undefined : ((await read(by.subjectStream!)).data as PaymentState);
  // A batch that has left the office only hears from the bank.
  if (batchId !== undefined && payment?.status === 'released') {
    return resultsAnew(rest, batchId, payment, by, read);
  }
  const start = (await read(stream)) as Folded<LedgerState>;
  const told = retold(ledgerWorkflow, start, facts, by, (fact, ledger) => {
    if (fact.type === 'CaseSettled') return [settled(fact, ledger.data)];
    if (isTakeable(ledgerWorkflow, ledger, fact, by)) return [fact];
    switch (fact.type) {
      case 'ReservationReleased':
        return unpaidOf(fact, ledger.data);
      case 'ReservationAdjusted':
        return [notBelowPaid(fact, ledger.data)];
      // What is free already is not freed again, and what the bank gave back is not asked of the household.
      case 'AuthorisationCancelled':
      case 'RecoveryBooked':
        return [];
      default:
        throw new Error(`${stream} cannot take ${fact.type}`);
    }
  });
  return orNote(told, by);
}

function unpaidOf({ data }: Fact, ledger: LedgerState): readonly Fact[] {
  const { caseId, cause } = data as LedgerFacts['ReservationReleased'];
  return unpaidReleased(ledger, caseId, cause);
}

function notBelowPaid({ data }: Fact, ledger: LedgerState): Fact {
  const adjusted = data as LedgerFacts['ReservationAdjusted'];
  const { paid } = accountOf(ledger, adjusted.caseId);
  return ledgerFact('ReservationAdjusted', {
    ...adjusted,
    subsidyFen: Math.max(adjusted.subsidyFen, paid.subsidyFen),
    rewardFen: Math.max(adjusted.rewardFen, paid.rewardFen),
  });
}

function settled(fact: Fact, ledger: LedgerState): Fact {
  const said = fact.data as LedgerFacts['CaseSettled'];
  const { paid } = accountOf(ledger, said.caseId);
  const paidFen = paid.subsidyFen + paid.rewardFen;
  return paidFen === said.paidFen ? fact : ledgerFact('CaseSettled', { ...said, paidFen });
}
