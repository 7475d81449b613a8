import type { AtomicEventStore, JsonObject, NewEvent } from '@yihu/event-store';
import type { Fact } from '@yihu/workflow';

let eventNumber = 0;

/** Each event is a second after the one before, so that a test can tell them apart by time. */
export function metadata(overrides: Readonly<Record<string, string>> = {}): JsonObject {
  return {
    actorId: 'lan',
    office: '茨竹镇人民政府',
    role: 'town-cadre',
    staffRevision: 3,
    commandId: '0b8f4c52-1df1-4f0e-9d0a-2f6f4f0f9a10',
    bodyHash: 'hash',
    decisionStreams: [],
    recordedAt: new Date(Date.UTC(2024, 4, 6, 1, 0, eventNumber)).toISOString(),
    ...overrides,
  };
}

export function newEvent({ type, data }: Fact, overrides?: Readonly<Record<string, string>>): NewEvent {
  eventNumber += 1;
  const id = `00000000-0000-4000-8000-${eventNumber.toString(16).padStart(12, '0')}`;
  return { id, type, data: data as unknown as JsonObject, metadata: metadata(overrides) };
}

/** Appends facts behind whatever the stream holds, and answers the revision of the last. */
export function record(store: AtomicEventStore, stream: string, ...facts: readonly Fact[]): number {
  return recordAs(store, stream, {}, ...facts);
}

/** The same, with other metadata. */
export function recordAs(
  store: AtomicEventStore,
  stream: string,
  overrides: Readonly<Record<string, string>>,
  ...facts: readonly Fact[]
): number {
  return store.transact((transaction) => {
    const expectedRevision = transaction.read(stream).lastRevision;
    const events = facts.map((fact) => newEvent(fact, overrides));
    transaction.append({
      takes: [],
      subject: { stream, expectedRevision, events },
      gives: [],
      unchanged: [],
    });
    return expectedRevision + events.length;
  });
}
