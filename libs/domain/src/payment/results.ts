import type { Fact, Proposal } from '@yihu/workflow';
import { given } from '../context';
import type { BankContext, PaidCase, PaymentContext, Payee } from './context';
import { confirm, give, type Effect } from './confirming';
import { paymentFact } from './facts';
import type { ImportResultsInput, ResultRow } from './inputs';
import { canReverse, giveBack, reverse } from './reversing';
import { saidIn, wordsOf, type RowState, type RowStatus } from './state';

/** The bank's codes with a settled meaning; any other is kept as unknown and waits for a person. */
const PAID_CODES: readonly string[] = ['00'];
const RETURNED_CODES: readonly string[] = ['21', '22'];

/** A row of the file beside the row of the batch it speaks of. */
interface Reported {
  readonly result: ResultRow;
  readonly row: RowState;
  readonly payee: Payee;
}

/**
 * What a result file leaves behind. What the bank reports is never refused, and whatever differs from what is
 * known of a row is recorded: where it cannot change the stage it is a note of the case (A11, BNK-05).
 */
export function applyResults(c: PaymentContext<ImportResultsInput>) {
  const { fileHash, rows } = given(c);
  const fresh = rows.map((result) => reportedOf(c, result)).filter((each) => isNews(c, each));
  const effects = fresh.map((reported) => effectOf(c, reported));
  const applied = fresh.map(({ row }) => row.row);
  return {
    subject: [
      paymentFact('ResultsImported', { fileHash, rows: rows.length, applied }),
      ...effects.map((each) => each.item),
    ],
    gives: together([
      { stream: `ledger-${c.ledgerId}`, facts: effects.flatMap((each) => each.ledger) },
      ...effects.map((each, index) => ({
        stream: `case-${fresh[index]!.payee.caseId}`,
        facts: each.case,
      })),
      ...effects.flatMap((each) => each.beside),
    ]),
  };
}

function reportedOf(c: PaymentContext, result: ResultRow): Reported {
  const row = c.payment.rows.find((each) => each.row === result.row)!;
  return { result, row, payee: c.payees.find((each) => each.caseId === row.caseId)! };
}

/** An overlapping file says again what is known, and that is no news. */
function isNews(c: PaymentContext, reported: Reported): boolean {
  const { row, result } = reported;
  if (row.said.includes(wordsOf({ ...result, rawCode: result.code }))) return false;
  return outcomeOf(c, reported) !== row.status || isPart(reported);
}

function outcomeOf(c: PaymentContext, { result: { code, amountFen }, row, payee }: Reported): RowStatus {
  const isPaid = PAID_CODES.includes(code);
  const isReturned = RETURNED_CODES.includes(code) && amountFen === row.amountFen;
  if (row.status === 'confirmed') {
    if (isPaid && amountFen === row.amountFen) return 'confirmed';
    const isBack = isReturned || (isPaid && amountFen === -row.amountFen);
    return isBack && canReverse(c, payee, row) ? 'reversed' : 'unknown';
  }
  // A part of the sum is not a payment of the obligation: parts are counted until they are the whole (BNK-10).
  if (isPaid && amountFen > 0 && row.partFen + amountFen === row.amountFen) return 'confirmed';
  if (!isReturned || row.partFen > 0) return 'unknown';
  return row.status === 'reversed' ? 'reversed' : 'returned';
}

function isPart({ result: { code, amountFen }, row }: Reported): boolean {
  return row.status !== 'confirmed' && PAID_CODES.includes(code) && amountFen > 0;
}

function effectOf(c: PaymentContext, reported: Reported): Effect {
  const { result, row, payee } = reported;
  switch (outcomeOf(c, reported)) {
    case 'confirmed':
      return confirm(c, payee, row, result);
    case 'returned':
      return giveBack(c, payee, row, result);
    case 'reversed':
      return reverse(c, payee, row, result);
    default:
      return unclear(result, isPart(reported) || undefined);
  }
}

/**
 * What the bank's last words about a row leave behind that the batch holds already, as ledger, case and other batches
 * are by now; undefined where they leave nothing.
 */
export function judgedAnew(c: BankContext, payee: PaidCase): Effect | undefined {
  const row = payee.row!;
  const words = row.said.at(-1);
  if (words === undefined) return undefined;
  const result: ResultRow = { row: row.row, ...saidIn(words) };
  switch (row.status) {
    case 'confirmed':
      return confirm(c, payee, row, result);
    case 'returned':
      return giveBack(c, payee, row, result);
    case 'reversed':
      return canReverse(c, payee, row) ? reverse(c, payee, row, result) : unclear(result);
    default:
      return undefined;
  }
}

/** Nothing follows from it before a person has looked. */
function unclear({ code: rawCode, ...said }: ResultRow, part?: true): Effect {
  return give({ item: paymentFact('ItemUnknown', { ...said, rawCode, ...(part && { part }) }) });
}

/** One proposal a stream: two rows of one file may touch the same other batch. */
export function together(proposals: readonly Proposal[]): readonly Proposal[] {
  const facts = new Map<string, readonly Fact[]>();
  for (const each of proposals) facts.set(each.stream, [...(facts.get(each.stream) ?? []), ...each.facts]);
  return [...facts].map(([stream, all]) => ({ stream, facts: all }));
}
