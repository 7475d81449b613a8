import type { Fact, Folded, Metadata, Proposal, Recording } from '@yihu/workflow';
import { caseFact, type CaseFacts } from '../case/facts';
import { officeDay } from '../case/office-day';
import { recoveryOpened } from '../case/recovery';
import { caseWorkflow, type CaseState } from '../case/state';
import { contentHash } from '../content-hash';
import { ledgerFact } from '../ledger/facts';
import { accountOf, obligationKey, type CaseAccount, type LedgerState } from '../ledger/state';
import { isUnpromised } from '../payment/context';
import { paymentFact } from '../payment/facts';
import type { PaymentState } from '../payment/state';
import { OVERTAKEN } from './reasons';
import { closed, isTakeable, orNote, retold, type ReadNow } from './retold';

/** What a case is told by now that went another way while the ledger was told. */
export async function insteadInCase(
  { stream, facts }: Proposal,
  by: Metadata,
  read: ReadNow,
): Promise<Recording | undefined> {
  const start = (await read(stream)) as Folded<CaseState>;
  const isTold = (fact: Fact, folded = start) => isTakeable(caseWorkflow, folded, fact, by);
  const instructed = facts.find((fact) => fact.type === 'TrancheInstructed' && !isTold(fact));
  if (instructed) return dropped(stream, instructed, start.data, by, read);
  const told = retold(caseWorkflow, start, facts, by, (fact, folded) => {
    if (isTold(fact, folded)) return [fact];
    if (fact.type === 'SecondTrancheReopened') return [{ ...fact, type: 'TrancheReversed' }];
    return isPayment(fact) ? [late(fact, folded.data)] : [];
  });
  const paid = facts.find((fact) => isPayment(fact) && !isTold(fact));
  if (!paid || !isUnpromised(start)) return orNote(told, by);
  return askedBack(stream, paid, told ?? facts, start, by, read);
}

type Paid = CaseFacts['FirstTranchePaid'] | CaseFacts['FullyPaid'];

const isPayment = ({ type }: Fact) => type === 'FirstTranchePaid' || type === 'FullyPaid';

function late({ data }: Fact, { firstPaidFen }: CaseState): Fact {
  const paid = data as Paid;
  const { obligation, attempt, valueOn } = paid;
  const amountFen =
    'amountFen' in paid ? paid.amountFen : paid.subsidyPaidFen - firstPaidFen + paid.rewardPaidFen;
  return caseFact('TrancheConfirmedLate', { obligation, attempt, amountFen, valueOn });
}

const ledgerOf = ({ year, town }: CaseState) => `ledger-${year}-${town}`;
const caseIdOf = (stream: string) => stream.slice('case-'.length);

/** A case that went another way before it was told of its instruction leaves the batch (design 6). */
async function dropped(
  stream: string,
  { data }: Fact,
  state: CaseState,
  by: Metadata,
  read: ReadNow,
): Promise<Recording> {
  const { obligation, attempt, batchId } = data as CaseFacts['TrancheInstructed'];
  const caseId = caseIdOf(stream);
  const { rows } = (await read(`payment-${batchId}`)).data as PaymentState;
  const { row } = rows.find((each) => each.caseId === caseId)!;
  const cancelled = ledgerFact('AuthorisationCancelled', {
    caseId,
    ...obligation,
    attempt,
    batchId,
    reason: OVERTAKEN,
  });
  return {
    subject: closed([], by),
    gives: [
      { stream: `payment-${batchId}`, facts: [paymentFact('ItemDropped', { row, reason: OVERTAKEN })] },
      { stream: ledgerOf(state), facts: [cancelled] },
    ],
  };
}

/** The ledger booked the money as owed in the moment in which the case went back or ended: it is asked back. */
async function askedBack(
  stream: string,
  { data }: Fact,
  told: readonly Fact[],
  { data: state, stage }: Folded<CaseState>,
  by: Metadata,
  read: ReadNow,
): Promise<Recording> {
  const { obligation, attempt, valueOn } = data as Paid;
  const caseId = caseIdOf(stream);
  const ledger = (await read(ledgerOf(state))).data as LedgerState;
  const account = accountOf(ledger, caseId);
  const { subsidyFen, rewardFen } = account.obligations[obligationKey(obligation.tranche, obligation.seq)]!;
  const recoveryId = contentHash({ caseId, ...obligation, attempt, valueOn }).slice(0, 32);
  const asked = { recoveryId, ground: 'paid-after-end' as const, amountFen: subsidyFen + rewardFen };
  const money = { caseId, ...obligation, attempt, subsidyFen, rewardFen, valueOn };
  return {
    subject: closed([...told, recoveryOpened(asked, officeDay(by))], by),
    gives: [
      {
        stream: ledgerOf(state),
        facts: [
          ledgerFact('PaymentReversed', money),
          ledgerFact('TranchePaid', { ...money, recoveryId }),
          // A plan that was signed anew since has a promise of its own.
          ...(stage === 'cadre-signed' ? [] : unpromise(caseId, account)),
        ],
      },
    ],
  };
}

function unpromise(caseId: string, { reserved }: CaseAccount): readonly Fact[] {
  if (reserved.subsidyFen + reserved.rewardFen === 0) return [];
  return [ledgerFact('ReservationReleased', { caseId, ...reserved, cause: OVERTAKEN })];
}
