import { randomUUID } from 'node:crypto';
import { RevisionConflict } from '../errors';
import type { EventStore } from '../event-store';

const RACE = 'case-race';

/** What all writers of one process did. */
export interface RaceResult {
  readonly storedIds: readonly string[];
  readonly conflictCount: number;
}

/** Each store tries `attempts` appends behind the head of one stream as it sees it, and tries none a second time. */
export async function raceAll(stores: readonly EventStore[], attempts: number): Promise<RaceResult> {
  const results = await Promise.all(stores.map((store) => race(store, attempts)));
  const storedIds = results.flat();
  return { storedIds, conflictCount: stores.length * attempts - storedIds.length };
}

async function race(store: EventStore, attempts: number): Promise<readonly string[]> {
  const stored: string[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { lastRevision } = await store.read(RACE, { direction: 'backwards', limit: 1 });
    // A turn between the two is where the other connections of this process come in.
    await new Promise((resolve) => setImmediate(resolve));
    const event = { id: randomUUID(), type: 'Raced', data: {}, metadata: {} };
    const subject = { stream: RACE, expectedRevision: lastRevision, events: [event] };
    try {
      await store.append({ takes: [], subject, gives: [], unchanged: [] });
      stored.push(event.id);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
  return stored;
}

/** EVT-10: stored events are the successes, every loser got a conflict, and the revisions have no gaps. */
export async function expectFairRace(
  store: EventStore,
  results: readonly RaceResult[],
  attempts: number,
): Promise<void> {
  const events = [];
  for (let fromRevision = 0; ;) {
    const page = (await store.read(RACE, { fromRevision, limit: 1_000 })).events;
    if (page.length === 0) break;
    events.push(...page);
    fromRevision += page.length;
  }
  const stored = results.flatMap(({ storedIds }) => storedIds);
  expect(new Set(events.map(({ id }) => id))).toEqual(new Set(stored));
  expect(events.map(({ revision }) => revision)).toEqual([...events.keys()]);
  const conflictCount = results.reduce((sum, result) => sum + result.conflictCount, 0);
  expect(conflictCount).toBeGreaterThan(0);
  expect(events.length + conflictCount).toBe(attempts);
}
