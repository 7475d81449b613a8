import { takes, type Fact, type Proposal } from '@yihu/workflow';
import { caseFact, type Obligation } from '../case/facts';
import { caseWorkflow } from '../case/state';
import { given } from '../context';
import { ledgerFact } from '../ledger/facts';
import type { PaymentContext, Payee } from './context';
import { paymentFact, type BatchRow } from './facts';
import type { ImportResultsInput, ResultRow } from './inputs';
import type { RowStatus } from './state';

/** The bank's codes with a settled meaning; any other is kept as unknown and waits for a person. */
const PAID_CODES: readonly string[] = ['00'];
const RETURNED_CODES: readonly string[] = ['21', '22'];

interface Applied {
  readonly item: Fact;
  readonly ledger: readonly Fact[];
  readonly case: Proposal | undefined;
}

/**
 * What a result file leaves behind. What the bank reports is never refused: where it cannot change the
 * stage it is a note of the case. A row that is already settled, or says nothing new, adds nothing.
 */
export function applyResults(c: PaymentContext<ImportResultsInput>) {
  const fresh = given(c).rows.filter((row) => isNews(c, row));
  const applied = fresh.map((result) => apply(c, result));
  const rows = given(c).rows.length;
  const imported = { fileHash: given(c).fileHash, rows, applied: fresh.map((result) => result.row) };
  return {
    subject: [paymentFact('ResultsImported', imported), ...applied.map((each) => each.item)],
    gives: [
      { stream: `ledger-${c.ledgerId}`, facts: applied.flatMap((each) => each.ledger) },
      ...applied.flatMap((each) => (each.case ? [each.case] : [])),
    ],
  };
}

function isNews(c: PaymentContext<ImportResultsInput>, result: ResultRow): boolean {
  const { status } = rowOf(c, result);
  return status === 'open' || (status === 'unknown' && outcomeOf(c, result) !== 'unknown');
}

function outcomeOf(c: PaymentContext<ImportResultsInput>, { row, code, amountFen }: ResultRow): RowStatus {
  const instructedFen = c.payment.rows.find((each) => each.row === row)!.amountFen;
  // A part of the sum is not a payment of the obligation: a person has to look (BNK-10).
  if (PAID_CODES.includes(code)) return amountFen === instructedFen ? 'confirmed' : 'unknown';
  return RETURNED_CODES.includes(code) ? 'returned' : 'unknown';
}

function apply(c: PaymentContext<ImportResultsInput>, result: ResultRow): Applied {
  const { code: rawCode, ...reported } = result;
  const row = rowOf(c, result);
  const payee = c.payees.find((each) => each.caseId === row.caseId)!;
  const outcome = outcomeOf(c, result);
  if (outcome === 'confirmed') {
    return {
      item: paymentFact('ItemConfirmed', { ...reported, rawCode }),
      ledger: [paid(c, row, result)],
      case: onCase(payee, confirmation(c, payee, row, result)),
    };
  }
  if (outcome === 'returned') {
    return {
      item: paymentFact('ItemReturned', { ...reported, rawCode }),
      ledger: [cancelled(c, row)],
      case: onCase(payee, returned(c, payee, row, result)),
    };
  }
  return { item: paymentFact('ItemUnknown', { ...reported, rawCode }), ledger: [], case: undefined };
}

function confirmation(
  c: PaymentContext,
  payee: Payee,
  row: BatchRow,
  { amountFen, valueOn }: ResultRow,
): Fact {
  const outcome = { obligation: obligationOf(c, row), attempt: row.attempt, valueOn };
  const state = payee.folded.data;
  if (c.tranche === 1 && takes(caseWorkflow, payee.folded, 'FirstTranchePaid')) {
    return caseFact('FirstTranchePaid', { ...outcome, amountFen });
  }
  if (c.tranche === 2 && takes(caseWorkflow, payee.folded, 'FullyPaid')) {
    const subsidyPaidFen = state.firstPaidFen + row.subsidyFen;
    return caseFact('FullyPaid', { ...outcome, subsidyPaidFen, rewardPaidFen: row.rewardFen, unpaid: [] });
  }
  return caseFact('TrancheConfirmedLate', { ...outcome, amountFen });
}

function returned(
  c: PaymentContext,
  payee: Payee,
  row: BatchRow,
  { code, valueOn }: ResultRow,
): Fact | undefined {
  if (!takes(caseWorkflow, payee.folded, 'TrancheReturned')) return undefined;
  const { attempt } = row;
  return caseFact('TrancheReturned', { obligation: obligationOf(c, row), attempt, bankCode: code, valueOn });
}

function onCase({ caseId }: Payee, fact: Fact | undefined): Proposal | undefined {
  return fact && { stream: `case-${caseId}`, facts: [fact] };
}

function paid(c: PaymentContext, row: BatchRow, { valueOn }: ResultRow): Fact {
  const { caseId, seq, attempt, subsidyFen, rewardFen } = row;
  return ledgerFact('TranchePaid', {
    caseId,
    tranche: c.tranche,
    seq,
    attempt,
    subsidyFen,
    rewardFen,
    valueOn,
  });
}

function cancelled(c: PaymentContext, row: BatchRow): Fact {
  const { caseId, seq, attempt } = row;
  const reason = 'bank-returned';
  return ledgerFact('AuthorisationCancelled', {
    caseId,
    tranche: c.tranche,
    seq,
    attempt,
    batchId: c.subjectId,
    reason,
  });
}

function obligationOf(c: PaymentContext, { seq }: BatchRow): Obligation {
  return { tranche: c.tranche, seq };
}

function rowOf(c: PaymentContext<ImportResultsInput>, { row }: ResultRow) {
  return c.payment.rows.find((each) => each.row === row)!;
}
