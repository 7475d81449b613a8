import canonicalize from 'canonicalize';
import { CorruptStore } from '../errors';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import { fill, idsOf, newEvent, newEvents, onlySubject, readEverything } from './samples';

/** T15–T18 and T27–T29: what comes back, in which order, and whether it is what was stored. */
export function describeReading<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const bench = useBench(fixture);
  const stream = 'case-2024-h1';

  it('T15 two writers with 1,000 events each in one append give two unbroken blocks', async () => {
    const writers = [await bench.open(), await bench.open()];
    const blocks = writers.map(() => newEvents(1000));
    await Promise.all(
      writers.map((writer, index) => writer.append(onlySubject(`case-${index}`, -1, blocks[index] ?? []))),
    );
    const streams = (await readEverything(await bench.open())).map((event) => event.stream);
    expect(streams).toHaveLength(2000);
    expect(new Set(streams.slice(0, 1000)).size).toBe(1);
    expect(new Set(streams.slice(1000)).size).toBe(1);
  });

  it('T16 a missing stream is told from an empty part of one', async () => {
    const store = await bench.open();
    await fill(store, stream, 2);
    expect(await store.read('case-2024-h2')).toEqual({ lastRevision: -1, events: [] });
    expect(await store.read('case-2024-h2', { direction: 'backwards' })).toEqual({
      lastRevision: -1,
      events: [],
    });
    expect(await store.read(stream, { fromRevision: 9 })).toEqual({ lastRevision: 1, events: [] });
  });

  it('T17 a stream reads backwards as the mirror image of forwards, in parts and whole', async () => {
    const store = await bench.open();
    const { events } = await fill(store, stream, 70);
    const mirrored = [...events].reverse();
    expect((await store.read(stream, { direction: 'backwards' })).events).toEqual(mirrored);
    expect(await store.read(stream, { fromRevision: 10, limit: 5 })).toEqual({
      lastRevision: 69,
      events: events.slice(10, 15),
    });
    const backwards = { direction: 'backwards', fromRevision: 10, limit: 5 } as const;
    expect((await store.read(stream, backwards)).events).toEqual(mirrored.slice(59, 64));
    const aboveHead = { direction: 'backwards', fromRevision: 500, limit: 1 } as const;
    expect((await store.read(stream, aboveHead)).events).toEqual(mirrored.slice(0, 1));
    const pastStart = { direction: 'backwards', fromRevision: 1, limit: 9 } as const;
    expect((await store.read(stream, pastStart)).events).toEqual(mirrored.slice(68));
  });

  it.each([
    [undefined, undefined, 'forwards', 0, 9],
    [0, undefined, 'forwards', 0, 9],
    [0, 1, 'forwards', 0, 0],
    [3, 4, 'forwards', 3, 6],
    [8, 9, 'forwards', 8, 9],
    [9, 1, 'forwards', 9, 9],
    [undefined, undefined, 'backwards', 9, 0],
    [undefined, 3, 'backwards', 9, 7],
    [9, 1, 'backwards', 9, 9],
    [5, undefined, 'backwards', 5, 0],
    [5, 3, 'backwards', 5, 3],
    [0, 4, 'backwards', 0, 0],
  ] as const)('T17 of ten events, from %s at most %s %s are the revisions %d to %d', async (...range) => {
    const [fromRevision, limit, direction, first, last] = range;
    const store = await bench.open();
    const { events } = await fill(store, stream, 10);
    const options = {
      direction,
      ...(fromRevision !== undefined && { fromRevision }),
      ...(limit !== undefined && { limit }),
    };
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    const wanted = events.slice(low, high + 1);
    if (direction === 'backwards') wanted.reverse();
    expect(await store.read(stream, options)).toEqual({ lastRevision: 9, events: wanted });
  });

  it.each([1, 2, 3, 7, 8])('T18 the total order goes on behind its event %d', async (place) => {
    const store = await bench.open();
    await fill(store, stream, 4);
    await fill(store, 'case-2024-h2', 4);
    const everything = await readEverything(store);
    const afterPosition = everything[place - 1]!.position;
    expect(await store.readAll({ afterPosition, limit: 100 })).toEqual(everything.slice(place));
    expect(await store.readAll({ afterPosition, limit: 2 })).toEqual(everything.slice(place, place + 2));
  });

  it('T18 positions rise with every event, within one append too, and survive as text', async () => {
    const store = await bench.open();
    await fill(store, stream, 3);
    await fill(store, 'case-2024-h2', 12);
    await fill(store, stream, 2);
    const positions = (await readEverything(store)).map((event) => event.position);
    expect(positions).toHaveLength(17);
    positions.forEach((position, index) => {
      const stored = JSON.parse(JSON.stringify(position)) as string;
      positions.forEach((other, otherIndex) => {
        expect(Math.sign(store.comparePositions(stored, other))).toBe(Math.sign(index - otherIndex));
      });
    });
    const ofStream = (await store.read(stream)).events.map((event) => event.position);
    expect(ofStream).toEqual([...positions.slice(0, 3), ...positions.slice(15)]);
  });

  it('T18 the total order reads the same in pages of any size and from another client', async () => {
    const store = await bench.open();
    await fill(store, stream, 9);
    const everything = await readEverything(store);
    expect(everything).toEqual((await store.read(stream)).events);
    for (const limit of [1, 2, 5, 100]) {
      expect(await readEverything(await bench.open(), limit)).toEqual(everything);
    }
  });

  it('T27 Chinese, emoji, deep nesting, large integers and number-like keys hash the same when read back', async () => {
    const store = await bench.open();
    const nested = Array.from({ length: 40 }).reduce<object>((inner) => ({ inner: [inner] }), {});
    const data = {
      text: '渝北区 𠅤 👩‍🌾 \u2028 "\\ \u007f',
      keys: { 2: 'b', 10: 'c', 1: 'a', 键: 1, '': 0 },
      numbers: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0, 1.5, 1e-7],
      nested: JSON.parse(JSON.stringify(nested)) as [],
      others: [null, true, false, [], {}],
    };
    await store.append(onlySubject(stream, -1, [{ ...newEvent(data), metadata: data }]));
    const [event] = (await (await bench.open()).read(stream)).events;
    expect(canonicalize(event?.data)).toBe(canonicalize(data));
    expect(canonicalize(event?.metadata)).toBe(canonicalize(data));
  });

  it('T28 an id in upper case comes back in lower case and is still known', async () => {
    const store = await bench.open();
    const event = newEvent();
    const shouted = onlySubject(stream, -1, [{ ...event, id: event.id.toUpperCase() }]);
    const first = await store.append(shouted);
    expect(idsOf((await store.read(stream)).events)).toEqual([event.id]);
    expect(await store.append(shouted)).toEqual(first);
    expect(await store.append(onlySubject(stream, -1, [event]))).toEqual(first);
  });

  for (const { name, damage } of fixture.faults.damages ?? []) {
    it(`T29 a stream that was damaged from outside (${name}) is corrupt, never new`, async () => {
      await fill(await bench.open(), stream, 3);
      await bench.closeAll();
      await damage(bench.place, stream);
      const store = await bench.open();
      await expect(store.read(stream)).rejects.toThrow(CorruptStore);
      await expect(store.read(stream, { direction: 'backwards' })).rejects.toThrow(CorruptStore);
    });
  }
}
