import type { Fact, Folded, Metadata, Proposal, Recording } from '@yihu/workflow';
import { caseFact, type CaseFacts } from '../case/facts';
import { officeDay } from '../case/office-day';
import { recoveryOpened } from '../case/recovery';
import { caseWorkflow, type CaseState } from '../case/state';
import { ledgerFact } from '../ledger/facts';
import { accountOf, obligationKey, type CaseAccount, type LedgerState } from '../ledger/state';
import { groundOf, recoveryIdOf } from '../payment/confirming';
import { paymentFact } from '../payment/facts';
import type { PaymentState, RowState } from '../payment/state';
import { OVERTAKEN } from './reasons';
import { batchIdOf, withoutLeft } from './batches';
import { isTakeable, orNote, retold, type ReadNow } from './retold';

/** What a batch gives a case, and what the ledger has of it. */
interface Paying {
  readonly batchId: string;
  readonly payment: PaymentState;
  readonly row: RowState;
  readonly account: CaseAccount;
}

/** What a case is told by now of a payment: what the ledger says of the money decides, and not the case. */
export async function insteadInCase(
  give: Proposal,
  by: Metadata,
  read: ReadNow,
): Promise<Recording | undefined> {
  const { stream, facts } = give;
  const start = (await read(stream)) as Folded<CaseState>;
  const paying = await payingOf(stream, by.subjectStream!, read);
  if (!paying) return undefined;
  const isTold = (fact: Fact, folded = start) => isTakeable(caseWorkflow, folded, fact, by);
  if (facts.some((fact) => fact.type === 'TrancheInstructed' && !isTold(fact))) return dropped(paying);
  const due = await withoutLeft(facts, read);
  const told = retold(caseWorkflow, start, due, by, (fact, folded) => {
    switch (fact.type) {
      case 'FirstTranchePaid':
      case 'FullyPaid':
        return isTold(fact, folded) && !isUnowed(paying, fact) ? [fact] : askedBack(paying, fact, by);
      case 'SecondTrancheReopened':
        return [isTold(fact, folded) ? fact : { ...fact, type: 'TrancheReversed' }];
      default:
        return isTold(fact, folded) ? [fact] : [];
    }
  });
  return orNote(told ?? (due.length < facts.length ? due : undefined), by);
}

async function payingOf(stream: string, batchStream: string, read: ReadNow): Promise<Paying | undefined> {
  const batchId = batchIdOf(batchStream);
  if (batchId === undefined) return undefined;
  const payment = (await read(batchStream)).data as PaymentState;
  const row = payment.rows.find(({ caseId }) => stream === `case-${caseId}`)!;
  const ledger = (await read(`ledger-${payment.year}-${payment.town}`)).data as LedgerState;
  return { batchId, payment, row, account: accountOf(ledger, row.caseId) };
}

/** A case that went another way before it was told of its instruction leaves the batch (design 6). */
function dropped({ batchId, payment, row: { row, caseId, seq, attempt } }: Paying): Recording {
  const cancelled = { caseId, tranche: payment.tranche, seq, attempt, batchId, reason: OVERTAKEN };
  return {
    subject: [],
    gives: [
      { stream: `payment-${batchId}`, facts: [paymentFact('ItemDropped', { row, reason: OVERTAKEN })] },
      {
        stream: `ledger-${payment.year}-${payment.town}`,
        facts: [ledgerFact('AuthorisationCancelled', cancelled)],
      },
    ],
  };
}

type Paid = CaseFacts['FirstTranchePaid'] | CaseFacts['FullyPaid'];

function isUnowed({ batchId, payment, row, account }: Paying, { data }: Fact): boolean {
  const { valueOn } = data as Paid;
  return account.unowed[recoveryIdOf(batchId, payment, { ...row, valueOn })] !== undefined;
}

/** The money is out, and the case is past waiting for it: it is asked back, however it stands in the ledger. */
function askedBack({ batchId, payment, row, account }: Paying, { data }: Fact, by: Metadata) {
  const { obligation, attempt, valueOn } = data as Paid;
  const { amountFen } = row;
  const recoveryId = recoveryIdOf(batchId, payment, { ...row, valueOn });
  const { paidBy } = account.obligations[obligationKey(obligation.tranche, obligation.seq)]!;
  const ground = groundOf(paidBy === attempt ? undefined : paidBy);
  return [
    caseFact('TrancheConfirmedLate', { obligation, attempt, amountFen, valueOn }),
    recoveryOpened({ recoveryId, ground, amountFen }, officeDay(by)),
  ];
}
