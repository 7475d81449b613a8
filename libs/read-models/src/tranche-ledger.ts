import type { LedgerFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { incompleteFlag } from './query-parts';
import { existing, handle, subjectIdOf, type Handlers, type ReadModel, type Rows } from './read-model';
import { integer, orNull, table, text, textOf, type RowOf } from './table';
import { townLedgerTable } from './town-ledger';
import type { ReadModelDatabase } from './tables';

/** One row for each payment that is owed: a case, a tranche, and a number for corrections (A11). */
export const trancheTable = table(
  'tranche_ledger',
  {
    caseId: text,
    tranche: integer,
    seq: integer,
    ledgerId: text,
    town: text,
    authorisedSubsidyFen: integer,
    authorisedRewardFen: integer,
    attempt: integer,
    batchId: text,
    status: textOf<'authorised' | 'paid' | 'cancelled' | 'reversed'>(),
    /** What the bank confirmed, net of reversals. */
    paidSubsidyFen: integer,
    paidRewardFen: integer,
    /** The bank's value date of the last confirmation or reversal. */
    valueOn: orNull(text),
  },
  { key: ['caseId', 'tranche', 'seq'], indexes: [['ledgerId'], ['batchId']] },
);

export type TrancheRow = RowOf<typeof trancheTable>;

/** It stands behind `townLedger` in the list of models, whose row knows the town. */
export const trancheLedger: ReadModel = { kind: 'ledger', tables: [trancheTable], project };

interface Before {
  readonly event: StoredEvent;
  readonly rows: Rows;
}

function project(event: StoredEvent, rows: Rows): void {
  handle<LedgerFacts, Before, void>(handlers, { event, rows }, event);
}

const nothing = () => undefined;

const handlers: Handlers<LedgerFacts, Before, void> = {
  TrancheAuthorised: ({ event, rows }, { caseId, tranche, seq, subsidyFen, rewardFen, attempt, batchId }) => {
    const { ledgerId, town } = existing(rows.get(townLedgerTable, subjectIdOf(event.stream)), event);
    const { paidSubsidyFen, paidRewardFen, valueOn } = rows.get(trancheTable, caseId, tranche, seq) ?? unpaid;
    rows.put(trancheTable, {
      caseId,
      tranche,
      seq,
      ledgerId,
      town,
      authorisedSubsidyFen: subsidyFen,
      authorisedRewardFen: rewardFen,
      attempt,
      batchId,
      status: 'authorised',
      paidSubsidyFen,
      paidRewardFen,
      valueOn,
    });
  },
  AuthorisationCancelled: (before, data) => change(before, data, () => ({ status: 'cancelled' })),
  TranchePaid: (before, { subsidyFen, rewardFen, valueOn, ...data }) =>
    change(before, data, (row) => ({
      status: 'paid',
      paidSubsidyFen: row.paidSubsidyFen + subsidyFen,
      paidRewardFen: row.paidRewardFen + rewardFen,
      valueOn,
    })),
  PaymentReversed: (before, { subsidyFen, rewardFen, valueOn, ...data }) =>
    change(before, data, (row) => ({
      status: 'reversed',
      paidSubsidyFen: row.paidSubsidyFen - subsidyFen,
      paidRewardFen: row.paidRewardFen - rewardFen,
      valueOn,
    })),
  QuotaAllotted: nothing,
  MoneyReserved: nothing,
  ReservationAdjusted: nothing,
  ReservationReleased: nothing,
  RecoveryBooked: nothing,
  CaseSettled: nothing,
  CaseUnsettled: nothing,
  SurplusReturned: nothing,
  TownClosed: nothing,
  DecisionAbandoned: nothing,
};

const unpaid = { paidSubsidyFen: 0, paidRewardFen: 0, valueOn: null };

function change(
  { event, rows }: Before,
  { caseId, tranche, seq }: { readonly caseId: string; readonly tranche: number; readonly seq: number },
  changesOf: (row: TrancheRow) => Partial<TrancheRow>,
): void {
  const row = existing(rows.get(trancheTable, caseId, tranche, seq), event);
  rows.put(trancheTable, { ...row, ...changesOf(row) });
}

/** A tranche as it is read. `incomplete` is 1 when its ledger is parked, so that the row is not the latest. */
export type ListedTranche = TrancheRow & { readonly incomplete: 0 | 1 };

export async function tranchesOfCase(
  database: ReadModelDatabase,
  caseId: string,
): Promise<readonly ListedTranche[]> {
  return selectTranches(database).where('caseId', '=', caseId).execute();
}

/** The tranches whose last attempt is in a payment batch. */
export async function tranchesOfBatch(
  database: ReadModelDatabase,
  batchId: string,
): Promise<readonly ListedTranche[]> {
  return selectTranches(database).where('batchId', '=', batchId).execute();
}

function selectTranches(database: ReadModelDatabase) {
  return database
    .selectFrom('tranche_ledger')
    .selectAll()
    .select(incompleteFlag('ledger', 'tranche_ledger.ledgerId').as('incomplete'))
    .orderBy('caseId')
    .orderBy('tranche')
    .orderBy('seq');
}
