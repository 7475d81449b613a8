import { setTimeout as sleep } from 'node:timers/promises';
import { BadPosition, PositionMismatch, StoreUnavailable } from '../errors';
import type { EventStore, StoredEvent } from '../event-store';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import {
  fill,
  idsOf,
  lastOf,
  newEvents,
  onlySubject,
  readEverything,
  takeEvents,
  takeStored,
} from './samples';

/** T19–T22, T25, T26 and T30: what a running subscription delivers. */
export function describeSubscribing<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const bench = useBench(fixture);
  const stream = 'case-2024-h1';

  it('T19 a subscription after a position begins with the next event, whichever it is', async () => {
    const store = await bench.open();
    const { events } = await fill(store, stream, 5);
    for (const [index, { position, id }] of events.entries()) {
      const rest = events.slice(index + 1);
      expect(await takeStored(store.subscribe({ afterPosition: position }))).toEqual(rest);
      expect(await takeStored(store.subscribe({ afterPosition: position, afterEventId: id }))).toEqual(rest);
    }
  });

  it.each([0, 1, 4, 9])(
    'T19 a filtered subscription behind the event %d of ten goes on with the next that it wants',
    async (place) => {
      const store = await bench.open();
      for (let round = 0; round < 5; round += 1) {
        await fill(store, stream, 1);
        await fill(store, 'ledger-2024', 1);
      }
      const everything = await readEverything(store);
      const { position: afterPosition, id: afterEventId } = everything[place]!;
      const wanted = store.subscribe({ afterPosition, afterEventId, streamPrefixes: ['ledger-'] });
      const rest = everything.slice(place + 1).filter((event) => event.stream === 'ledger-2024');
      expect(await takeStored(wanted)).toEqual(rest);
    },
  );

  it('T20 an empty store is caught up at once, and its first event follows', async () => {
    const store = await bench.open();
    const kinds: string[] = [];
    for await (const message of store.subscribe({})) {
      kinds.push(message.kind);
      if (kinds.length === 1) await fill(store, stream, 1);
      if (kinds.length === 2) break;
    }
    expect(kinds).toEqual(['caught-up', 'event']);
  });

  it('T20 a subscription from a client of its own sees what another appends, in one order', async () => {
    const [writer, reader] = [await bench.open(), await bench.open()];
    const taking = takeEvents(reader.subscribe({}), 30);
    for (let round = 0; round < 10; round += 1) await fill(writer, `case-${round % 3}`, 3);
    expect(await taking).toEqual(await readEverything(writer));
  });

  it('T20 a subscription from the start delivers every event once, while others append', async () => {
    const writers = [await bench.open(), await bench.open()];
    await fill(lastOf(writers), stream, 600);
    const subscribers = [await bench.open(), lastOf(writers)];
    const taking = subscribers.map((store) => takeEvents(store.subscribe({}), 640));
    for (let round = 0; round < 10; round += 1) {
      for (const [index, writer] of writers.entries()) await fill(writer, `case-2024-w${index}`, 2);
      await sleep(1);
    }
    const everything = await readEverything(lastOf(writers));
    for (const events of await Promise.all(taking)) expect(events).toEqual(everything);
  });

  it('T20 caught-up comes after the stored events and before those to come', async () => {
    const store = await bench.open();
    await fill(store, stream, 2);
    const kinds: string[] = [];
    for await (const message of store.subscribe({})) {
      kinds.push(message.kind);
      if (kinds.length === 3) await fill(store, stream, 1);
      if (kinds.length === 4) break;
    }
    expect(kinds).toEqual(['event', 'event', 'caught-up', 'event']);
  });

  it('T21 a filter by prefix with slashes and colons delivers no foreign and no system event', async () => {
    const store = await bench.open();
    const names = ['case/a:1', 'case/a:2', 'case/b:1', 'cas', 'other-case/a:1', 'CASE/a:1'];
    for (const name of names) await fill(store, name, 1);
    const live = takeEvents(store.subscribe({ streamPrefixes: ['case/a:', 'cas-'] }), 3);
    const wanted = await takeStored(store.subscribe({ streamPrefixes: ['case/a:', 'case/b'] }));
    expect(wanted.map((event) => event.stream)).toEqual(['case/a:1', 'case/a:2', 'case/b:1']);
    await fill(store, 'case/b:1', 1);
    await fill(store, 'case/a:9', 1);
    expect((await live).map((event) => event.stream)).toEqual(['case/a:1', 'case/a:2', 'case/a:9']);
  });

  it('T22 a consumer that stops within an append resumes with the rest and nothing twice', async () => {
    const store = await bench.open();
    await store.append(onlySubject(stream, -1, newEvents(5)));
    const seen = await takeEvents(store.subscribe({}), 2);
    const rest = await takeStored((await bench.open()).subscribe({ afterPosition: lastOf(seen).position }));
    expect(idsOf([...seen, ...rest])).toEqual(idsOf((await store.read(stream)).events));
  });

  it('T25 a slow consumer gets all of a burst of 1,000', async () => {
    const store = await bench.open();
    const consumed = takeSlowly(store, 1000);
    for (let burst = 0; burst < 10; burst += 1) await fill(store, stream, 100);
    expect(idsOf(await consumed)).toEqual(idsOf((await store.read(stream)).events));
  });

  it.each([true, false])('T26 stop ends a live or a catching-up loop quietly (live: %s)', async (live) => {
    const store = await bench.open();
    await fill(store, stream, 20);
    const subscription = store.subscribe({});
    const seen: StoredEvent[] = [];
    for await (const message of subscription) {
      if (message.kind === 'event') seen.push(message.event);
      if (live && message.kind === 'caught-up') setTimeout(() => subscription.stop(), 5);
      if (!live && seen.length === 10) subscription.stop();
    }
    await fill(store, stream, 1);
    await sleep(20);
    expect(seen).toHaveLength(live ? 20 : 10);
  });

  it('T26 stop before the loop, and closing the store during it, end it quietly too', async () => {
    const store = await bench.open();
    const stopped = store.subscribe({});
    stopped.stop();
    expect(await takeEvents(stopped, 1)).toEqual([]);
    const running = takeEvents(store.subscribe({}), 1);
    await sleep(5);
    await store.close();
    expect(await running).toEqual([]);
    expect(() => store.subscribe({})).toThrow(StoreUnavailable);
    await expect(store.read(stream)).rejects.toThrow(StoreUnavailable);
    await expect(store.append(onlySubject(stream, -1, newEvents(1)))).rejects.toThrow(StoreUnavailable);
  });

  const { stopServer } = fixture.faults;
  if (stopServer) {
    it('T30 a stop of the server is one error, and the consumer resumes from its own position', async () => {
      const store = await bench.open();
      const { events } = await fill(store, stream, 2);
      const broken = takeEvents(store.subscribe({}), 3);
      const start = await stopServer(bench.place);
      await expect(broken).rejects.toThrow(StoreUnavailable);
      await start();
      const more = await fill(await bench.open(), stream, 1);
      const resumed = store.subscribe({ afterPosition: lastOf(events).position });
      expect(await takeStored(resumed)).toEqual(more.events.slice(2));
    });

    it('T30 a client outlives the server: what it appends and reads after the return is there', async () => {
      const store = await bench.open();
      const { events } = await fill(store, stream, 2);
      const start = await stopServer(bench.place);
      await start();
      const more = await fill(store, stream, 2);
      expect(more.events.slice(0, 2)).toEqual(events);
      expect(await readEverything(await bench.open())).toEqual(more.events);
    });

    it('T30 an append while the server is away is settled by its repeat after the return', async () => {
      const store = await bench.open();
      await fill(store, stream, 1);
      const start = await stopServer(bench.place);
      const decision = onlySubject(stream, 0, newEvents(2));
      const failed = store.append(decision).catch((error: unknown) => error);
      await start();
      const outcome = await failed;
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(StoreUnavailable);
      const { streams } = await store.append(decision);
      expect(streams).toMatchObject([{ firstRevision: 1, lastRevision: 2 }]);
      expect((await store.read(stream)).lastRevision).toBe(2);
    });
  }
}

/** T23, T24: a start that is no event of this store is refused, and never taken for the beginning. */
export function describeStartingPoints<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const bench = useBench(fixture);
  const stream = 'case-2024-h1';

  it.each(['', 'latest', '-1', '1.5', ' 1 ', '９'])(
    'T24 the malformed position "%s" is refused',
    async (afterPosition) => {
      const store = await bench.open();
      await fill(store, stream, 3);
      await expect(takeEvents(store.subscribe({ afterPosition }), 1)).rejects.toThrow(BadPosition);
      await expect(store.readAll({ afterPosition, limit: 1 })).rejects.toThrow(BadPosition);
      expect(() => store.comparePositions(afterPosition, afterPosition)).toThrow(BadPosition);
    },
  );

  it('T23 a position with the id of another event is refused', async () => {
    const store = await bench.open();
    const { events } = await fill(store, stream, 2);
    const { position } = lastOf(events);
    const start = { afterPosition: position, afterEventId: events[0]?.id ?? '' };
    await expect(takeEvents(store.subscribe(start), 1)).rejects.toMatchObject({
      code: 'position-mismatch',
      position,
      expectedEventId: events[0]?.id,
      actualEventId: events[1]?.id,
    });
  });

  const { loseEventsAfter } = fixture.faults;
  if (loseEventsAfter) {
    it('T23 a position whose event is gone or another in a restored copy is refused', async () => {
      const { events } = await fill(await bench.open(), stream, 4);
      const { position: afterPosition, id: afterEventId } = lastOf(events);
      await bench.closeAll();
      await loseEventsAfter(bench.place, events[1]?.position ?? '');

      const store = await bench.open();
      await expect(takeEvents(store.subscribe({ afterPosition }), 1)).rejects.toThrow(PositionMismatch);
      await expect(store.readAll({ afterPosition, limit: 1 })).rejects.toThrow(PositionMismatch);
      await fill(store, stream, 4);
      const start = { afterPosition, afterEventId };
      await expect(takeEvents(store.subscribe(start), 1)).rejects.toThrow(PositionMismatch);
    });
  }
}

/** Takes `count` events from the start, pausing at each, and resubscribes when the store lost patience. */
async function takeSlowly(store: EventStore, count: number): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  while (events.length < count) {
    const afterPosition = events.at(-1)?.position;
    try {
      for await (const message of store.subscribe(afterPosition === undefined ? {} : { afterPosition })) {
        if (message.kind === 'event') events.push(message.event);
        if (events.length === count) break;
        if (events.length % 5 === 0) await sleep(1);
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
  return events;
}
