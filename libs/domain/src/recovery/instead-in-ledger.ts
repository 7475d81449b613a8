import type { Fact, Folded, Metadata, Proposal, Recording } from '@yihu/workflow';
import type { Stage } from '../case/machine';
import { ledgerFact, type LedgerFacts } from '../ledger/facts';
import { accountOf, ledgerWorkflow, type LedgerState } from '../ledger/state';
import { recoveryIdOf } from '../payment/confirming';
import type { PaymentState } from '../payment/state';
import { batchIdOf, withoutLeft } from './batches';
import { isTakeable, orNote, retold, type ReadNow } from './retold';

const UNPROMISED: readonly Stage[] = ['drafted', 'withdrawn', 'terminated', 'no-project'];

/**
 * What a ledger is told by now. Money that is out is always told: where it is not owed any more, as money that is
 * asked back. Of a promise that is released, what was paid meanwhile stays.
 */
export async function insteadInLedger(
  { stream, facts }: Proposal,
  by: Metadata,
  read: ReadNow,
): Promise<Recording | undefined> {
  const subject = (await read(by.subjectStream!)).data;
  const due = await withoutLeft(facts, read);
  const unpromised = await unpromisedOf(due, read);
  const told = retold(ledgerWorkflow, (await read(stream)) as Folded<LedgerState>, due, by, tell);
  return orNote(told ?? (due.length < facts.length ? due : undefined), by);

  function tell(fact: Fact, ledger: Folded<LedgerState>): readonly Fact[] {
    if (fact.type === 'CaseSettled') return [settled(fact, ledger.data)];
    const isOwed = fact.type !== 'TranchePaid' || !unpromised.has(caseOf(fact));
    if (isOwed && isTakeable(ledgerWorkflow, ledger, fact, by)) return [fact];
    switch (fact.type) {
      case 'TranchePaid':
        return [unowed(fact, by.subjectStream!, subject as PaymentState)];
      case 'ReservationReleased':
        return unpaidOf(fact, ledger.data);
      case 'ReservationAdjusted':
        return [notBelowPaid(fact, ledger.data)];
      // What is free already is not freed again, and what came back is not booked twice.
      case 'AuthorisationCancelled':
      case 'PaymentReversed':
      case 'RecoveryBooked':
        return [];
      default:
        throw new Error(`${stream} cannot take ${fact.type}`);
    }
  }
}

const caseOf = ({ data }: Fact) => (data as LedgerFacts['TranchePaid']).caseId;

/** Cases that went back or ended: what was promised to them is free, also where the ledger has not heard of it yet. */
async function unpromisedOf(facts: readonly Fact[], read: ReadNow): Promise<ReadonlySet<string>> {
  const caseIds = facts.filter(({ type }) => type === 'TranchePaid').map(caseOf);
  const stages = await Promise.all(caseIds.map(async (caseId) => (await read(`case-${caseId}`)).stage));
  return new Set(caseIds.filter((_caseId, index) => UNPROMISED.includes(stages[index] as Stage)));
}

function unowed({ data }: Fact, subjectStream: string, payment: PaymentState): Fact {
  const paid = data as LedgerFacts['TranchePaid'];
  const recoveryId = recoveryIdOf(batchIdOf(subjectStream)!, payment, paid);
  return ledgerFact('TranchePaid', { ...paid, recoveryId });
}

function unpaidOf({ data }: Fact, ledger: LedgerState): readonly Fact[] {
  const { caseId, cause } = data as LedgerFacts['ReservationReleased'];
  const { reserved, paid } = accountOf(ledger, caseId);
  const subsidyFen = reserved.subsidyFen - paid.subsidyFen;
  const rewardFen = reserved.rewardFen - paid.rewardFen;
  if (subsidyFen + rewardFen === 0) return [];
  return [ledgerFact('ReservationReleased', { caseId, subsidyFen, rewardFen, cause })];
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
