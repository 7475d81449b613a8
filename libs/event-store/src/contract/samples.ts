import { randomUUID } from 'node:crypto';
import type {
  Decision,
  EventStore,
  NewEvent,
  StoredEvent,
  StreamAppend,
  StreamSlice,
  Subscription,
} from '../event-store';
import type { JsonObject } from '../json';

/** An event with an id of its own. */
export function newEvent(data: JsonObject = { subsidyFen: 200_000 }): NewEvent {
  return {
    id: randomUUID(),
    type: 'PlanDrafted',
    data,
    metadata: { recordedAt: '2024-03-15T01:02:03.456Z' },
  };
}

/** Several events with ids of their own. */
export function newEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => newEvent({ index }));
}

/** Events for one stream. */
export function toStream(
  stream: string,
  expectedRevision: number,
  events: readonly NewEvent[],
): StreamAppend {
  return { stream, expectedRevision, events };
}

/** A decision about one stream. */
export function onlySubject(stream: string, expectedRevision: number, events: readonly NewEvent[]): Decision {
  return { takes: [], subject: toStream(stream, expectedRevision, events), gives: [], unchanged: [] };
}

/** Appends `count` events to the end of a stream that nobody else writes to, and answers what stands there. */
export async function fill(store: EventStore, stream: string, count: number): Promise<StreamSlice> {
  const { lastRevision } = await store.read(stream);
  await store.append(onlySubject(stream, lastRevision, newEvents(count)));
  return store.read(stream);
}

/** The ids of events, in order. */
export function idsOf(events: readonly { readonly id: string }[]): string[] {
  return events.map((event) => event.id);
}

/** Every event of the store in total order, read in pages. */
export async function readEverything(store: EventStore, limit = 700): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const afterPosition = events.at(-1)?.position;
    const page = await store.readAll({ limit, ...(afterPosition !== undefined && { afterPosition }) });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** The next `count` events of a subscription, which is then left. */
export async function takeEvents(subscription: Subscription, count: number): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const message of subscription) {
    if (message.kind === 'event') events.push(message.event);
    if (events.length === count) break;
  }
  return events;
}

/** What a subscription delivers until it has caught up, when it is left. */
export async function takeStored(subscription: Subscription): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const message of subscription) {
    if (message.kind === 'caught-up') break;
    events.push(message.event);
  }
  return events;
}

/** An event, or the last of several, that a test knows to be there. */
export function lastOf<T>(items: readonly T[]): T {
  const last = items.at(-1);
  if (last === undefined) throw new Error('The test expected at least one.');
  return last;
}
