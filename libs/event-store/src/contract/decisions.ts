import { RevisionConflict } from '../errors';
import type { Decision, StreamAppend } from '../event-store';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import { fill, newEvents, onlySubject, readEverything, toStream } from './samples';

const one: Decision = onlySubject('case-1', -1, newEvents(2));
const two: Decision = {
  ...onlySubject('case-1', -1, newEvents(1)),
  takes: [toStream('ledger-1', 1, newEvents(1))],
};
const five: Decision = {
  takes: [toStream('ledger-1', 1, newEvents(3)), toStream('claim-1', -1, newEvents(1))],
  subject: toStream('case-1', -1, newEvents(2)),
  gives: [toStream('claim-0', 0, newEvents(1)), toStream('household-1', -1, newEvents(1))],
  unchanged: [
    { stream: 'staff-1', revision: 0 },
    { stream: 'staff-2', revision: -1 },
  ],
};

function appendsOf({ takes, subject, gives }: Decision): readonly StreamAppend[] {
  return [...takes, subject, ...gives];
}

/** Decisions over several streams: all or nothing, wherever the conflict is, and the same when repeated. */
export function describeDecisions<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const bench = useBench(fixture);

  /** A store with the streams that the decisions above expect to be there. */
  async function openPrepared() {
    const store = await bench.open();
    await fill(store, 'ledger-1', 2);
    await fill(store, 'claim-0', 1);
    await fill(store, 'staff-1', 1);
    return store;
  }

  it.each([
    ['one stream', one],
    ['two streams', two],
    ['five streams', five],
  ])('a decision over %s lands in order, and its exact repeat changes nothing', async (_name, decision) => {
    const store = await openPrepared();
    const before = await readEverything(store);
    const first = await store.append(decision);
    const everything = await readEverything(store);

    const expected = appendsOf(decision).flatMap(({ stream, expectedRevision, events }) =>
      events.map((event, index) => ({ ...event, stream, revision: expectedRevision + 1 + index })),
    );
    expect(everything.slice(before.length)).toMatchObject(expected);
    expect(first.streams).toEqual(
      appendsOf(decision).map(({ stream, expectedRevision, events }) => ({
        stream,
        firstRevision: expectedRevision + 1,
        lastRevision: expectedRevision + events.length,
        lastPosition: everything.findLast((event) => event.stream === stream)?.position,
      })),
    );

    expect(await store.append(decision)).toEqual(first);
    expect(await readEverything(store)).toEqual(everything);
  });

  it('an exact repeat succeeds after every stream went on, those only read included', async () => {
    const store = await openPrepared();
    const first = await store.append(five);
    for (const { stream } of [...appendsOf(five), ...five.unchanged]) await fill(store, stream, 1);
    expect(await store.append(five)).toEqual(first);
  });

  it.each([
    ['the first take', 'ledger-1', 1],
    ['another take', 'claim-1', -1],
    ['the subject', 'case-1', -1],
    ['the first give', 'claim-0', 0],
    ['another give', 'household-1', -1],
    ['a stream that was only read', 'staff-1', 0],
    ['a missing stream that was only read', 'staff-2', -1],
  ])('a conflict on %s names it and stores nothing', async (_name, stream, expectedRevision) => {
    const store = await openPrepared();
    await fill(store, stream, 1);
    const everything = await readEverything(store);
    await expect(store.append(five)).rejects.toMatchObject({
      code: 'revision-conflict',
      stream,
      expectedRevision,
      actualRevision: expectedRevision + 1,
    });
    expect(await readEverything(store)).toEqual(everything);
  });

  it.each(appendsOf(five).map((append) => [append.stream, append] as const))(
    'a decision of which only the part for %s is stored is a conflict on it',
    async (stream, part) => {
      const store = await openPrepared();
      await store.append({ takes: [], subject: part, gives: [], unchanged: [] });
      const everything = await readEverything(store);
      await expect(store.append(five)).rejects.toMatchObject({ name: 'RevisionConflict', stream });
      expect(await readEverything(store)).toEqual(everything);
    },
  );

  it('a decision that repeats another with one event changed is a conflict', async () => {
    const store = await openPrepared();
    await store.append(five);
    const changed: Decision = {
      ...five,
      gives: [toStream('claim-0', 0, newEvents(1)), ...five.gives.slice(1)],
    };
    await expect(store.append(changed)).rejects.toThrow(RevisionConflict);
  });
}
