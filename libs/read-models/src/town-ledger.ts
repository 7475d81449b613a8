import type { Amounts, LedgerFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { incompleteFlag } from './query-parts';
import {
  existing,
  handle,
  metadataOf,
  subjectIdOf,
  type Handlers,
  type ReadModel,
  type Rows,
} from './read-model';
import { flag, integer, table, text, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';

/** One row for each town's ledger: what it was given, has promised and has paid. */
export const townLedgerTable = table(
  'town_ledger',
  {
    ledgerId: text,
    year: integer,
    town: text,
    allottedFen: integer,
    /** What is promised now, the money already paid included. */
    reservedFen: integer,
    /** Subsidy of the first tranche, net of reversals. */
    paidFirstFen: integer,
    /** Subsidy of the second tranche, net of reversals. */
    paidSecondFen: integer,
    /** Reward, net of reversals. */
    rewardFen: integer,
    /** Money that came back from households. */
    recoveredFen: integer,
    /** What the town gave back to the district at the end. */
    surplusReturnedFen: integer,
    settledCount: integer,
    closed: flag,
    revision: integer,
    updatedAt: text,
  },
  { key: ['ledgerId'], indexes: [['year', 'town']] },
);

/** What is reserved for each case, needed because a ledger's facts carry new amounts and not differences. */
export const reservationTable = table(
  'town_reservation',
  { ledgerId: text, caseId: text, subsidyFen: integer, rewardFen: integer },
  { key: ['ledgerId', 'caseId'] },
);

export type TownLedgerRow = RowOf<typeof townLedgerTable>;
export type ReservationRow = RowOf<typeof reservationTable>;

export const townLedger: ReadModel = { kind: 'ledger', tables: [townLedgerTable, reservationTable], project };

interface Before {
  readonly row: TownLedgerRow;
  readonly rows: Rows;
}

function project(event: StoredEvent, rows: Rows): void {
  const ledgerId = subjectIdOf(event.stream);
  const row = rows.get(townLedgerTable, ledgerId) ?? existing(allotted(ledgerId, event), event);
  const changes = handle<LedgerFacts, Before, Partial<TownLedgerRow>>(handlers, { row, rows }, event);
  const { recordedAt: updatedAt } = metadataOf(event);
  rows.put(townLedgerTable, { ...row, ...changes, revision: event.revision, updatedAt });
}

function allotted(ledgerId: string, event: StoredEvent): TownLedgerRow | undefined {
  if (event.type !== 'QuotaAllotted') return undefined;
  const { year, unit: town } = event.data as unknown as LedgerFacts['QuotaAllotted'];
  return {
    ledgerId,
    year,
    town,
    allottedFen: 0,
    reservedFen: 0,
    paidFirstFen: 0,
    paidSecondFen: 0,
    rewardFen: 0,
    recoveredFen: 0,
    surplusReturnedFen: 0,
    settledCount: 0,
    closed: 0,
    revision: 0,
    updatedAt: '',
  };
}

const handlers: Handlers<LedgerFacts, Before, Partial<TownLedgerRow>> = {
  QuotaAllotted: (_before, { amountFen: allottedFen }) => ({ allottedFen }),
  MoneyReserved: (before, amounts) => reserve(before, amounts.caseId, amounts),
  ReservationAdjusted: (before, amounts) => reserve(before, amounts.caseId, amounts),
  ReservationReleased: (before, { caseId, subsidyFen, rewardFen }) => {
    const reserved = reservationOf(before, caseId);
    return reserve(before, caseId, {
      subsidyFen: reserved.subsidyFen - subsidyFen,
      rewardFen: reserved.rewardFen - rewardFen,
    });
  },
  TrancheAuthorised: () => ({}),
  AuthorisationCancelled: () => ({}),
  TranchePaid: ({ row }, { tranche, subsidyFen, rewardFen }) => pay(row, tranche, subsidyFen, rewardFen),
  PaymentReversed: ({ row }, { tranche, subsidyFen, rewardFen }) =>
    pay(row, tranche, -subsidyFen, -rewardFen),
  RecoveryBooked: ({ row }, { subsidyFen, rewardFen }) => ({
    recoveredFen: row.recoveredFen + subsidyFen + rewardFen,
  }),
  CaseSettled: ({ row }) => ({ settledCount: row.settledCount + 1 }),
  CaseUnsettled: ({ row }) => ({ settledCount: row.settledCount - 1 }),
  SurplusReturned: ({ row }, { amountFen }) => ({ surplusReturnedFen: row.surplusReturnedFen + amountFen }),
  TownClosed: () => ({ closed: 1 }),
  DecisionAbandoned: () => ({}),
};

function reserve(
  { row, rows }: Before,
  caseId: string,
  { subsidyFen, rewardFen }: Amounts,
): Partial<TownLedgerRow> {
  const { ledgerId } = row;
  const old = reservationOf({ row, rows }, caseId);
  rows.put(reservationTable, { ledgerId, caseId, subsidyFen, rewardFen });
  return { reservedFen: row.reservedFen - old.subsidyFen - old.rewardFen + subsidyFen + rewardFen };
}

function reservationOf({ row: { ledgerId }, rows }: Before, caseId: string): Amounts {
  return rows.get(reservationTable, ledgerId, caseId) ?? { subsidyFen: 0, rewardFen: 0 };
}

/** The one second transfer pays two amounts; the reward is told apart from the subsidy (R31). */
function pay(
  row: TownLedgerRow,
  tranche: 1 | 2,
  subsidyFen: number,
  rewardFen: number,
): Partial<TownLedgerRow> {
  const subsidy =
    tranche === 1
      ? { paidFirstFen: row.paidFirstFen + subsidyFen }
      : { paidSecondFen: row.paidSecondFen + subsidyFen };
  return { ...subsidy, rewardFen: row.rewardFen + rewardFen };
}

/** A ledger as it is read. `incomplete` is 1 when its stream is parked, so that its sums are not the latest. */
export type ListedTownLedger = TownLedgerRow & { readonly incomplete: 0 | 1 };

/** What the town can still promise: what it gave back beyond what households gave back is gone (R18, R35). */
export function roomFenOf(row: TownLedgerRow): number {
  const givenUpFen = Math.max(0, row.surplusReturnedFen - row.recoveredFen);
  return row.allottedFen - row.reservedFen - givenUpFen;
}

/** All ledgers of a year by town. A parked ledger that has no row yet is found by `listParkedStreams` alone. */
export async function listTownLedgers(
  database: ReadModelDatabase,
  year: number,
): Promise<readonly ListedTownLedger[]> {
  return selectLedgers(database).where('year', '=', year).orderBy('town').execute();
}

/** One town's ledger, or undefined. */
export async function findTownLedger(
  database: ReadModelDatabase,
  ledgerId: string,
): Promise<ListedTownLedger | undefined> {
  return selectLedgers(database).where('ledgerId', '=', ledgerId).executeTakeFirst();
}

/** What is reserved for a case, in every ledger that holds something for it. */
export async function reservationsOfCase(
  database: ReadModelDatabase,
  caseId: string,
): Promise<readonly ReservationRow[]> {
  return database
    .selectFrom('town_reservation')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('ledgerId')
    .execute();
}

function selectLedgers(database: ReadModelDatabase) {
  return database
    .selectFrom('town_ledger')
    .selectAll()
    .select(incompleteFlag('ledger', 'town_ledger.ledgerId').as('incomplete'));
}
