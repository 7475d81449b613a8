import type { Fact, Folded, Metadata, Proposal, Recording } from '@yihu/workflow';
import { officeDay } from '../case/office-day';
import type { CaseState } from '../case/state';
import { contentHash } from '../content-hash';
import { accountOf, type LedgerState } from '../ledger/state';
import type { BankContext, PaidCase } from '../payment/context';
import { judgedAnew, together } from '../payment/results';
import type { PaymentState } from '../payment/state';
import { closed, type ReadNow } from './retold';

/**
 * What the bank said stands in its batch; what follows from it is judged on the ledger, the cases and the other
 * batches as they are when the ledger is told, as it would have been had the bank spoken now. Undefined when that is
 * what was decided.
 */
export async function resultsAnew(
  rest: readonly Proposal[],
  batchId: string,
  payment: PaymentState,
  by: Metadata,
  read: ReadNow,
): Promise<Recording | undefined> {
  const [{ stream: ledgerStream }] = rest as readonly [Proposal];
  const ledger = (await read(ledgerStream)).data as LedgerState;
  const payees = await payeesOf(rest, payment, ledger, read);
  const paymentOf = await batchesOf(payees, read);
  const c: BankContext = {
    subjectId: batchId,
    tranche: payment.tranche,
    today: officeDay(by),
    payment,
    paymentOf,
  };
  const anew = payees.flatMap((payee) => proposalsOf(c, payee, ledgerStream));
  const told = new Map(together(anew).map(({ stream, facts }) => [stream, facts]));
  if (isSame(told, rest)) return undefined;
  const waiting = rest.map(({ stream }) => stream);
  const streams = [...new Set([...waiting, ...told.keys()])];
  const [subject, ...gives] = streams.map((stream) => {
    const facts = told.get(stream) ?? [];
    return { stream, facts: waiting.includes(stream) ? closed(facts, by) : facts };
  });
  return { subject: subject!.facts, gives: gives.filter(({ facts }) => facts.length > 0) };
}

/** The cases that the decision has something to tell of, in the order of the bank's file, which need not be the batch's. */
async function payeesOf(
  rest: readonly Proposal[],
  payment: PaymentState,
  ledger: LedgerState,
  read: ReadNow,
): Promise<readonly PaidCase[]> {
  const inLedger = rest[0]!.facts.map(({ data }) => `case-${(data as { readonly caseId: string }).caseId}`);
  const streams = new Set([...rest.map(({ stream }) => stream), ...inLedger]);
  const rowOf = new Map(payment.rows.map((row) => [`case-${row.caseId}`, row]));
  const rows = [...streams].flatMap((stream) => rowOf.get(stream) ?? []);
  return Promise.all(
    rows.map(async (row) => {
      const { caseId } = row;
      const folded = (await read(`case-${caseId}`)) as Folded<CaseState>;
      return { caseId, folded, account: accountOf(ledger, caseId), row };
    }),
  );
}

/** The other batches that these cases stand in. */
async function batchesOf(payees: readonly PaidCase[], read: ReadNow): Promise<BankContext['paymentOf']> {
  const obligations = payees.flatMap(({ account }) => Object.values(account.obligations));
  const ids = [...new Set(obligations.map(({ batchId }) => batchId))];
  const states = await Promise.all(ids.map(async (id) => (await read(`payment-${id}`)).data as PaymentState));
  return (id) => states[ids.indexOf(id)]!;
}

function proposalsOf(c: BankContext, payee: PaidCase, ledgerStream: string): readonly Proposal[] {
  const effect = judgedAnew(c, payee);
  if (!effect) return [];
  // The batch has heard the bank; only that something is unclear after all is news to it.
  const items: readonly Fact[] = effect.item.type === 'ItemUnknown' ? [effect.item] : [];
  return [
    { stream: ledgerStream, facts: effect.ledger },
    { stream: `case-${payee.caseId}`, facts: effect.case },
    { stream: `payment-${c.subjectId}`, facts: items },
    ...effect.beside,
  ].filter(({ facts }) => facts.length > 0);
}

function isSame(told: ReadonlyMap<string, readonly Fact[]>, decided: readonly Proposal[]): boolean {
  return (
    told.size === decided.length &&
    decided.every(({ stream, facts }) => contentHash({ facts: told.get(stream) }) === contentHash({ facts }))
  );
}
