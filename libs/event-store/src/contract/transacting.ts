import { DuplicateEventId, RevisionConflict } from '../errors';
import type { AtomicEventStore, Decision, EventStore, StoreTransaction } from '../event-store';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import {
  fill,
  lastOf,
  newEvent,
  newEvents,
  onlySubject,
  readEverything,
  takeEvents,
  toStream,
} from './samples';

function isAtomic(store: EventStore): store is AtomicEventStore {
  return store.atomic;
}

/** `transact`: several decisions in one commit, each refused or taken by itself. Only for atomic stores. */
export function describeTransacting<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  if (!fixture.atomic) return;
  const bench = useBench(fixture);

  async function openAtomic(): Promise<AtomicEventStore> {
    const store = await bench.open();
    if (!isAtomic(store)) throw new Error('The fixture promised an atomic store.');
    return store;
  }

  it('takes 64 decisions in one commit, which a subscription then delivers', async () => {
    const store = await openAtomic();
    const commitCount = store.commitCount;
    const delivered = takeEvents(store.subscribe({}), 128);
    const appended = store.transact((transaction) =>
      Array.from({ length: 64 }, (_, index) =>
        transaction.append(onlySubject(`case-${index}`, -1, newEvents(2))),
      ),
    );
    expect(store.commitCount).toBe(commitCount + 1);
    const everything = await readEverything(store);
    expect(everything).toHaveLength(128);
    expect(await delivered).toEqual(everything);
    expect(lastOf(lastOf(appended).streams).lastPosition).toBe(lastOf(everything).position);
  });

  it('leaves nothing of a refused decision behind and goes on with the next', async () => {
    const store = await openAtomic();
    const known = newEvent();
    await store.append(onlySubject('case-0', -1, [known]));
    // Each fails on its last stream, behind others that would have been taken.
    const conflict: Decision = {
      ...onlySubject('case-2', -1, newEvents(1)),
      gives: [toStream('case-0', 5, newEvents(1))],
    };
    const duplicate: Decision = {
      ...onlySubject('case-3', -1, newEvents(1)),
      gives: [toStream('case-4', -1, [known])],
    };
    const outcomes = store.transact((transaction) => {
      const attempt = (decision: Decision) => {
        try {
          return transaction.append(decision);
        } catch (error) {
          return error;
        }
      };
      return [
        onlySubject('case-1', -1, newEvents(1)),
        conflict,
        duplicate,
        onlySubject('case-5', -1, newEvents(1)),
      ].map(attempt);
    });
    expect(outcomes).toEqual([
      { streams: [expect.objectContaining({ stream: 'case-1' })] },
      expect.any(RevisionConflict),
      expect.any(DuplicateEventId),
      { streams: [expect.objectContaining({ stream: 'case-5' })] },
    ]);
    const streams = (await readEverything(store)).map((event) => event.stream);
    expect(streams).toEqual(['case-0', 'case-1', 'case-5']);
  });

  it('sees inside what it appended, and outside nothing before the commit', async () => {
    const store = await openAtomic();
    const other = await openAtomic();
    await fill(store, 'case-1', 2);
    store.transact((transaction) => {
      transaction.append(onlySubject('case-1', 1, newEvents(2)));
      expect(transaction.read('case-1')).toMatchObject({ lastRevision: 3, events: { length: 4 } });
      expect(transaction.read('case-1', 3)).toMatchObject({ lastRevision: 3, events: [{ revision: 3 }] });
      expect(transaction.read('case-2')).toEqual({ lastRevision: -1, events: [] });
    });
    expect((await other.read('case-1')).lastRevision).toBe(3);
  });

  it('stores nothing and counts nothing when the work throws', async () => {
    const store = await openAtomic();
    const commitCount = store.commitCount;
    const act = () =>
      store.transact((transaction) => {
        transaction.append(onlySubject('case-1', -1, newEvents(2)));
        throw new Error('a bug');
      });
    expect(act).toThrow('a bug');
    expect(store.commitCount).toBe(commitCount);
    expect(await readEverything(store)).toEqual([]);
    await fill(store, 'case-1', 1);
  });

  it('knows the last recordedAt, that of the transaction itself included', async () => {
    const store = await openAtomic();
    const at = (recordedAt: string) => ({ ...newEvent(), metadata: { recordedAt } });
    store.transact((transaction) => {
      expect(transaction.lastRecordedAt).toBe('');
      transaction.append(onlySubject('case-1', -1, [at('2024-03-01T00:00:00.000Z')]));
      transaction.append(onlySubject('case-2', -1, [at('2024-03-01T00:00:00.001Z')]));
      expect(transaction.lastRecordedAt).toBe('2024-03-01T00:00:00.001Z');
    });
    (await openAtomic()).transact((transaction) => {
      expect(transaction.lastRecordedAt).toBe('2024-03-01T00:00:00.001Z');
    });
  });

  it('refuses asynchronous work, a transaction inside another, and use after the end', async () => {
    const store = await openAtomic();
    const asynchronous = async (transaction: StoreTransaction) => {
      await Promise.resolve(transaction.append(onlySubject('case-1', -1, newEvents(1))));
    };
    expect(() => store.transact(asynchronous)).toThrow('asynchronous');
    expect(() => store.transact(() => store.transact(() => 1))).toThrow('inside another');
    const leaked = store.transact((transaction) => transaction);
    expect(() => leaked.read('case-1')).toThrow('over');
    expect(() => leaked.append(onlySubject('case-1', -1, newEvents(1)))).toThrow('over');
    expect(await readEverything(store)).toEqual([]);
  });
}
