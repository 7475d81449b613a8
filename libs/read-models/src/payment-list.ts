import type { PaymentFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { sql } from 'kysely';
import { incompleteFlag } from './query-parts';
import {
  existing,
  handle,
  isOnlyFence,
  metadataOf,
  subjectIdOf,
  type Handlers,
  type ReadModel,
  type Rows,
} from './read-model';
import { integer, orNull, table, text, textOf, type Column, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';
import { putActed, putWaiting, type Waiting } from './worklist-table';

/** One row for each payment batch. */
export const paymentTable = table(
  'payment_list',
  {
    paymentId: text,
    year: integer,
    town: text,
    tranche: { type: 'integer', nullable: false } as Column<1 | 2>,
    status: textOf<'drawn' | 'approved' | 'released' | 'cancelled'>(),
    count: integer,
    sumFen: integer,
    rewardFen: integer,
    /** Rows that the bank has not answered. */
    openCount: integer,
    confirmedFen: integer,
    returnedCount: integer,
    unknownCount: integer,
    drawnBy: text,
    approvedBy: orNull(text),
    releasedBy: orNull(text),
    drawnAt: text,
    revision: integer,
  },
  { key: ['paymentId'], indexes: [['year', 'town', 'drawnAt']] },
);

/** How each row of a batch stands, needed because the bank may change its answer. */
export const paymentItemTable = table(
  'payment_items',
  {
    paymentId: text,
    row: integer,
    amountFen: integer,
    status: textOf<'open' | 'confirmed' | 'returned' | 'unknown' | 'reversed' | 'dropped'>(),
  },
  { key: ['paymentId', 'row'] },
);

export type PaymentRow = RowOf<typeof paymentTable>;
export type PaymentItemRow = RowOf<typeof paymentItemTable>;

export const paymentList: ReadModel = { kind: 'payment', tables: [paymentTable, paymentItemTable], project };

interface Before {
  readonly event: StoredEvent;
  readonly rows: Rows;
}

function project(event: StoredEvent, rows: Rows): void {
  if (!rows.get(paymentTable, subjectIdOf(event.stream)) && isOnlyFence(event)) return;
  const payment = handle<PaymentFacts, Before, PaymentRow>(handlers, { event, rows }, event);
  const { paymentId: subjectId, year, town, count, sumFen, rewardFen } = payment;
  rows.put(paymentTable, { ...payment, revision: event.revision });
  const key = `payment-${subjectId}`;
  putWaiting(rows, event, {
    key,
    kind: 'payment',
    subjectId,
    year,
    town,
    village: null,
    ...waitingOf(payment),
    deadline: 'pay',
    count,
    amountFen: sumFen - rewardFen,
    rewardFen,
  });
  putActed(rows, event, key, ACTS[event.type as keyof PaymentFacts]);
}

const handlers: Handlers<PaymentFacts, Before, PaymentRow> = {
  BatchDrawn: ({ event, rows }, { year, town, tranche, rows: items, count, sumFen }) => {
    const paymentId = subjectIdOf(event.stream);
    for (const { row, amountFen } of items) {
      rows.put(paymentItemTable, { paymentId, row, amountFen, status: 'open' });
    }
    const { actorId: drawnBy, recordedAt: drawnAt } = metadataOf(event);
    const rewardFen = items.reduce((sum, item) => sum + item.rewardFen, 0);
    return {
      paymentId,
      year,
      town,
      tranche,
      status: 'drawn',
      count,
      sumFen,
      rewardFen,
      openCount: count,
      confirmedFen: 0,
      returnedCount: 0,
      unknownCount: 0,
      drawnBy,
      approvedBy: null,
      releasedBy: null,
      drawnAt,
      revision: 0,
    };
  },
  BatchApproved: (before) => changed(before, { status: 'approved', approvedBy: actorOf(before) }),
  BatchReleased: (before) => changed(before, { status: 'released', releasedBy: actorOf(before) }),
  BatchCancelled: (before) => changed(before, { status: 'cancelled' }),
  ResultsImported: (before) => changed(before, {}),
  ItemConfirmed: (before, { row }) => answered(before, row, 'confirmed'),
  ItemReturned: (before, { row }) => answered(before, row, 'returned'),
  ItemUnknown: (before, { row }) => answered(before, row, 'unknown'),
  ItemReversed: (before, { row }) => answered(before, row, 'reversed'),
  ItemDropped: (before, { row }) => answered(before, row, 'dropped'),
  BatchReconciled: (before) => changed(before, {}),
  DecisionAbandoned: (before) => changed(before, {}),
};

const actorOf = ({ event }: Before) => metadataOf(event).actorId;

function changed({ event, rows }: Before, changes: Partial<PaymentRow>): PaymentRow {
  return { ...existing(rows.get(paymentTable, subjectIdOf(event.stream)), event), ...changes };
}

function answered(before: Before, row: number, status: PaymentItemRow['status']): PaymentRow {
  const { event, rows } = before;
  const payment = changed(before, {});
  const item = existing(rows.get(paymentItemTable, payment.paymentId, row), event);
  rows.put(paymentItemTable, { ...item, status });
  const change = (counted: PaymentItemRow['status']) =>
    Number(status === counted) - Number(item.status === counted);
  return {
    ...payment,
    openCount: payment.openCount + change('open'),
    confirmedFen: payment.confirmedFen + change('confirmed') * item.amountFen,
    returnedCount: payment.returnedCount + change('returned'),
    unknownCount: payment.unknownCount + change('unknown'),
  };
}

function waitingOf({ status, drawnBy, openCount, unknownCount }: PaymentRow): Waiting {
  const role = 'town-finance';
  if (status === 'drawn') return { task: 'approve', role, exceptStaffId: drawnBy };
  if (status === 'approved') return { task: 'release', role };
  if (status === 'released' && openCount + unknownCount > 0) return { task: 'import-results', role };
  return {};
}

const ACTS: Readonly<Partial<Record<keyof PaymentFacts, string>>> = {
  BatchDrawn: 'draw',
  BatchApproved: 'approve',
  BatchReleased: 'release',
  BatchCancelled: 'cancel',
  ResultsImported: 'import-results',
};

/** A batch as it is read. `incomplete` is 1 when its stream is parked, so that the row is not the latest. */
export type ListedPayment = PaymentRow & {
  readonly incomplete: 0 | 1;
  /** What came back and no later batch holds: it waits to be drawn again. */
  readonly againCount: number;
};

/** An obligation that was drawn again has the later batch in the ledger. */
const toBeDrawnAgain = sql<number>`(
  select count(*) from "tranche_ledger" t
  where t."batchId" = "payment_list"."paymentId" and t."status" = 'cancelled'
    and "payment_list"."status" = 'released'
)`.as('againCount');

export interface PaymentFilter {
  readonly year?: number | undefined;
  readonly town?: string | undefined;
  readonly tranche?: 1 | 2 | undefined;
  readonly status?: string | undefined;
}

/** Batches, those drawn last first. A town has few of them in a year. */
export async function listPayments(
  database: ReadModelDatabase,
  { year, town, tranche, status }: PaymentFilter,
  limit: number,
): Promise<readonly ListedPayment[]> {
  let query = database
    .selectFrom('payment_list')
    .selectAll()
    .select(incompleteFlag('payment', 'payment_list.paymentId').as('incomplete'))
    .select(toBeDrawnAgain);
  if (year !== undefined) query = query.where('year', '=', year);
  if (town !== undefined) query = query.where('town', '=', town);
  if (tranche !== undefined) query = query.where('tranche', '=', tranche);
  if (status !== undefined) query = query.where('status', '=', status as PaymentRow['status']);
  return query.orderBy('drawnAt', 'desc').orderBy('paymentId').limit(limit).execute();
}

/** One batch, or undefined. */
export async function findPayment(
  database: ReadModelDatabase,
  paymentId: string,
): Promise<PaymentRow | undefined> {
  return database
    .selectFrom('payment_list')
    .selectAll()
    .where('paymentId', '=', paymentId)
    .executeTakeFirst();
}
