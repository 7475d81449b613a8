import { DuplicateEventId, RevisionConflict } from '../errors';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import { fill, idsOf, lastOf, newEvent, newEvents, onlySubject, readEverything } from './samples';

/** T1–T11: what one append to one stream does under which expected revision. */
export function describeAppending<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const bench = useBench(fixture);
  const stream = 'case-2024-h1';

  it('T1 a new stream takes its first events and reads back equal', async () => {
    const store = await bench.open();
    const events = newEvents(3);
    const { streams } = await store.append(onlySubject(stream, -1, events));
    const slice = await store.read(stream);
    expect(streams).toEqual([
      { stream, firstRevision: 0, lastRevision: 2, lastPosition: lastOf(slice.events).position },
    ]);
    expect(slice.lastRevision).toBe(2);
    expect(slice.events).toEqual(
      events.map((event, revision) => ({
        ...event,
        stream,
        revision,
        position: expect.any(String) as string,
      })),
    );
  });

  it('T2 a stream that exists is not created again', async () => {
    const store = await bench.open();
    const before = await fill(store, stream, 2);
    await expect(store.append(onlySubject(stream, -1, newEvents(1)))).rejects.toMatchObject({
      name: 'RevisionConflict',
      code: 'revision-conflict',
      stream,
      expectedRevision: -1,
      actualRevision: 1,
    });
    expect(await store.read(stream)).toEqual(before);
  });

  it('T3 appends at the head are contiguous and readable at once', async () => {
    const store = await bench.open();
    for (let expected = -1; expected < 9; expected += 2) {
      const { streams } = await store.append(onlySubject(stream, expected, newEvents(2)));
      expect(streams).toMatchObject([{ firstRevision: expected + 1, lastRevision: expected + 2 }]);
      expect((await store.read(stream)).lastRevision).toBe(expected + 2);
    }
    const { events } = await store.read(stream);
    expect(events.map((event) => event.revision)).toEqual([...events.keys()]);
  });

  it('T4 a repeat answers as the first time and stores nothing', async () => {
    const store = await bench.open();
    await fill(store, stream, 1);
    const decision = onlySubject(stream, 0, newEvents(2));
    const first = await store.append(decision);
    const everything = await readEverything(store);
    expect(await store.append(decision)).toEqual(first);
    expect(await (await bench.open()).append(decision)).toEqual(first);
    expect(await readEverything(store)).toEqual(everything);
  });

  it('T5 a repeat with other content succeeds and the first content stays', async () => {
    const store = await bench.open();
    const event = newEvent({ subsidyFen: 1 });
    const first = await store.append(onlySubject(stream, -1, [event]));
    const other = { ...event, type: 'PlanReturned', data: { subsidyFen: 2 } };
    expect(await store.append(onlySubject(stream, -1, [other]))).toEqual(first);
    expect((await store.read(stream)).events).toMatchObject([
      { type: 'PlanDrafted', data: { subsidyFen: 1 } },
    ]);
  });

  it('T6 a repeat after others appended answers its own last revision, not the head', async () => {
    const store = await bench.open();
    const decision = onlySubject(stream, -1, newEvents(2));
    const first = await store.append(decision);
    const after = await fill(store, stream, 3);
    expect(await store.append(decision)).toEqual(first);
    expect(await store.read(stream)).toEqual(after);
  });

  it('T7 the leading part of an earlier append is a repeat of that part', async () => {
    const store = await bench.open();
    const events = newEvents(3);
    await store.append(onlySubject(stream, -1, events));
    const stored = (await store.read(stream)).events;
    const { streams } = await store.append(onlySubject(stream, -1, events.slice(0, 2)));
    expect(streams).toEqual([
      { stream, firstRevision: 0, lastRevision: 1, lastPosition: stored[1]?.position },
    ]);
  });

  it('T8 an earlier append with one event more, or another one, is a conflict', async () => {
    const store = await bench.open();
    const events = newEvents(2);
    await store.append(onlySubject(stream, -1, events));
    const longer = onlySubject(stream, -1, [...events, newEvent()]);
    const reversed = onlySubject(stream, -1, [...events].reverse());
    const shifted = onlySubject(stream, 0, events.slice(0, 1));
    for (const decision of [longer, reversed, shifted]) {
      await expect(store.append(decision)).rejects.toThrow(RevisionConflict);
    }
    expect(idsOf((await store.read(stream)).events)).toEqual(idsOf(events));
  });

  it('T9 EVT-01 known ids at the new head are refused, or left to the engine', async () => {
    const store = await bench.open();
    const events = newEvents(2);
    await store.append(onlySubject(stream, -1, events));
    const again = store.append(onlySubject(stream, 1, events));
    if (fixture.refusesKnownIds) await expect(again).rejects.toThrow(DuplicateEventId);
    else expect((await again).streams).toMatchObject([{ firstRevision: 2, lastRevision: 3 }]);
  });

  if (fixture.refusesKnownIds) {
    it('EVT-01 an id that stands elsewhere is an error that names the place, not silence', async () => {
      const store = await bench.open();
      const event = newEvent({ subsidyFen: 1 });
      await store.append(onlySubject(stream, -1, [event]));
      const everything = await readEverything(store);
      const elsewhere = onlySubject('case-2024-h2', -1, [newEvent(), { ...event, data: { subsidyFen: 2 } }]);
      await expect(store.append(elsewhere)).rejects.toMatchObject({
        code: 'duplicate-event-id',
        eventId: event.id,
        stream,
        revision: 0,
      });
      expect(await readEverything(store)).toEqual(everything);
    });
  }

  it('T10 a revision above the head, or on a missing stream, is a conflict that names the actual one', async () => {
    const store = await bench.open();
    await fill(store, stream, 2);
    const above = store.append(onlySubject(stream, 7, newEvents(1)));
    await expect(above).rejects.toMatchObject({ expectedRevision: 7, actualRevision: 1 });
    const missing = store.append(onlySubject('case-2024-h2', 0, newEvents(1)));
    await expect(missing).rejects.toMatchObject({ expectedRevision: 0, actualRevision: -1 });
  });

  it('T11 of two writers at one revision exactly one wins, 50 times', async () => {
    const writers = [await bench.open(), await bench.open()] as const;
    for (let revision = -1; revision < 49; revision += 1) {
      const race = writers.map((writer) => writer.append(onlySubject(stream, revision, newEvents(1))));
      const outcomes = await Promise.allSettled(race);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost.map((outcome) => outcome.reason as unknown)).toEqual([expect.any(RevisionConflict)]);
    }
    expect((await writers[0].read(stream)).events).toHaveLength(50);
  });
}
