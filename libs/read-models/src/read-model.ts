import { kindOf } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { CorruptHistory, type Metadata } from '@yihu/workflow';
import type { Table } from './table';

/** The rows as they stand after the events so far. What a projection puts, the next `get` sees. */
export interface Rows {
  get<Row extends object>(table: Table<Row>, ...key: readonly (string | number)[]): Row | undefined;
  put<Row extends object>(table: Table<Row>, row: Row): void;
}

/**
 * One read model: its tables and how an event changes their rows. `project` is synchronous and knows nothing
 * but the event and the rows, so the same code serves the live projector, a rebuild and an as-of question.
 */
export interface ReadModel {
  /** The kind of stream it follows, or `every`. */
  readonly kind: string;
  readonly tables: readonly Table<object>[];
  project(event: StoredEvent, rows: Rows): void;
}

/** A stream's id is what stands behind its kind, and is never taken apart further. */
export function subjectIdOf(stream: string): string {
  return stream.slice(kindOf(stream).length + 1);
}

export function metadataOf(event: StoredEvent): Metadata {
  return event.metadata as unknown as Metadata;
}

/** Whether the first thing recorded of a subject is that it never came to be: there is nothing to show of it. */
export const isOnlyFence = ({ type }: StoredEvent): boolean => type === 'DecisionAbandoned';

/** What each fact does. The compiler asks for an entry for every fact of the stream. */
export type Handlers<Facts, Context, Result> = {
  readonly [Type in keyof Facts]: (context: Context, data: Facts[Type]) => Result;
};

/** Lets a fact's entry handle it. Throws `CorruptHistory` for a fact nobody knows: it is never passed over. */
export function handle<Facts extends object, Context, Result>(
  handlers: Handlers<Facts, Context, Result>,
  context: Context,
  event: StoredEvent,
): Result {
  if (!Object.hasOwn(handlers, event.type)) {
    throw new CorruptHistory(
      `no read model knows the fact ${event.type} of a ${kindOf(event.stream)} stream`,
    );
  }
  // The payload was checked when the fact was recorded; the store only knows it as JSON.
  return handlers[event.type as keyof Facts](context, event.data as Facts[keyof Facts]);
}

/** The row that a fact rests on. Throws `CorruptHistory` when the fact came before what makes the row. */
export function existing<Row>(row: Row | undefined, event: StoredEvent): Row {
  if (row === undefined)
    throw new CorruptHistory(`${event.type} came before the fact that opens its subject`);
  return row;
}
