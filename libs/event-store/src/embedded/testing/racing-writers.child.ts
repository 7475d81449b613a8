import { randomUUID } from 'node:crypto';
import { RevisionConflict } from '../../errors';
import type { EventStore } from '../../event-store';
import { openEmbeddedStore } from '../open-embedded-store';

/** What all writers of one process did. */
export interface RaceResult {
  readonly storedIds: readonly string[];
  readonly conflictCount: number;
}

/** Tries `attempts` appends behind the head as this connection sees it, without a second try for any. */
async function race(store: EventStore, attempts: number, stored: string[]): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { lastRevision } = await store.read('case-race', { direction: 'backwards', limit: 1 });
    // A turn between the two is where the other connections of this process come in.
    await new Promise((resolve) => setImmediate(resolve));
    const event = { id: randomUUID(), type: 'Raced', data: {}, metadata: {} };
    const subject = { stream: 'case-race', expectedRevision: lastRevision, events: [event] };
    try {
      await store.append({ takes: [], subject, gives: [], unchanged: [] });
      stored.push(event.id);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
}

async function raceAll(folder: string, connections: number, attempts: number): Promise<void> {
  const storedIds: string[] = [];
  const stores = Array.from({ length: connections }, () => openEmbeddedStore({ folder, lock: false }));
  await Promise.all(stores.map((store) => race(store, attempts, storedIds)));
  const result: RaceResult = { storedIds, conflictCount: connections * attempts - storedIds.length };
  process.send?.(result);
}

const [folder = '', connections, attempts] = process.argv.slice(2);
void raceAll(folder, Number(connections), Number(attempts));
