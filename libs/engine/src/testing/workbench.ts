import {
  openEmbeddedStore,
  type AtomicEventStore,
  type EventStore,
  type StoredEvent,
} from '@yihu/event-store';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine, type EngineLimits } from '../engine';
import type { CommandRequest } from '../request';
import { shop } from './shop';

const cleanups: (() => Promise<void> | void)[] = [];

/** Closes every store and removes every folder that a test opened. */
export async function cleanUp(): Promise<void> {
  for (const clean of cleanups.splice(0).reverse()) await clean();
}

/** A folder of its own for one test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-engine-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the real store, below the lock so that a test can open it twice. */
export function openStore(folder: string): AtomicEventStore {
  const store = openEmbeddedStore({ folder, lock: false });
  cleanups.push(() => store.close());
  return store;
}

/** An engine over a store, for the shop. */
export function engineOver(store: EventStore, limits?: EngineLimits): Engine {
  return createEngine({ store, rulebook: shop, ...(limits && { limits }) });
}

/** A request by the clerk Wang at noon, with an id of its own, unless the test says otherwise. */
export function request(
  command: string,
  subjectId: string,
  input: unknown = {},
  other: Partial<CommandRequest> = {},
): CommandRequest {
  return {
    command,
    subjectId,
    input,
    commandId: randomUUID(),
    actorId: 'wang',
    bodyHash: JSON.stringify([command, subjectId, input]),
    now: '2024-06-15T04:00:00.000Z',
    ...other,
  };
}

/** An open shop with a clerk, with room in the till and with vouchers of 10,000 fen on offer. */
export async function openShop(engine: Engine, roomFen: number, vouchers: readonly string[]): Promise<void> {
  await Promise.all([
    engine.execute(request('hire', 'wang')),
    engine.execute(request('open-shop', 'main')),
    engine.execute(request('open-till', 'main', { roomFen })),
  ]);
  await Promise.all(
    vouchers.map((voucher) => engine.execute(request('offer', voucher, { priceFen: 10_000 }))),
  );
}

/** Every event of a store in its order. */
export async function allEvents(store: EventStore): Promise<readonly StoredEvent[]> {
  return store.readAll({ limit: 1_000_000 });
}

/** A store like another, but for the members given. */
export function storeLike<Store extends EventStore>(store: Store, other: Partial<Store>): Store {
  return Object.create(store, Object.getOwnPropertyDescriptors(other)) as Store;
}

/** What became of a promise, so that answers and refusals can be compared alike. */
export async function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch((error: unknown) => error);
}
