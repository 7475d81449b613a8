import { RevisionConflict } from '../errors';
import type { Decision, StreamAppend } from '../event-store';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import { fill, idsOf, newEvents, onlySubject, readEverything, toStream } from './samples';

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

/** The same decision as another would make it. */
function withOtherIds(decision: Decision): Decision {
  const other = (append: StreamAppend): StreamAppend => ({
    ...append,
    events: newEvents(append.events.length),
  });
  return {
    ...decision,
    takes: decision.takes.map(other),
    subject: other(decision.subject),
    gives: decision.gives.map(other),
  };
}

function appendsOf({ takes, subject, gives }: Decision): readonly StreamAppend[] {
  return [...takes, subject, ...gives];
}

/**
 * Decisions over several streams: the same when repeated, and wherever the conflict is, all or nothing, or no more
 * than what comes before it.
 */
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

  const conflicts = [
    ['one stream', one, 'case-1', -1],
    ['two streams', two, 'ledger-1', 1],
    ['two streams', two, 'case-1', -1],
    ['five streams', five, 'ledger-1', 1],
    ['five streams', five, 'claim-1', -1],
    ['five streams', five, 'case-1', -1],
    ['five streams', five, 'claim-0', 0],
    ['five streams', five, 'household-1', -1],
  ] as const;

  it.each(conflicts)(
    'in a decision over %s a conflict names the stream and what was stored before it',
    async (_of, decision, stream, expectedRevision) => {
      const store = await openPrepared();
      await fill(store, stream, 1);
      const before = await readEverything(store);
      const place = appendsOf(decision).findIndex((append) => append.stream === stream);
      const stored = fixture.atomic ? [] : appendsOf(decision).slice(0, place);
      await expect(store.append(decision)).rejects.toMatchObject({
        code: 'revision-conflict',
        stream,
        expectedRevision,
        actualRevision: expectedRevision + 1,
        landed: stored.map((append) => append.stream),
      });
      const added = (await readEverything(store)).slice(before.length);
      expect(idsOf(added)).toEqual(stored.flatMap((append) => idsOf(append.events)));
    },
  );

  it.each([
    ['a stream', 'staff-1', 0],
    ['a missing stream', 'staff-2', -1],
  ])('a conflict on %s that was only read stores nothing', async (_name, stream, revision) => {
    const store = await openPrepared();
    await fill(store, stream, 1);
    const everything = await readEverything(store);
    const moved = { stream, expectedRevision: revision, actualRevision: revision + 1, landed: [] };
    await expect(store.append(five)).rejects.toMatchObject(moved);
    expect(await readEverything(store)).toEqual(everything);
  });

  const parts = [two, five].flatMap((decision) =>
    appendsOf(decision).map((_append, index) => [index, appendsOf(decision).length, decision] as const),
  );

  it.each(parts)(
    'a decision of which %d of %d streams were stored is a conflict, or goes on where no transaction holds it together',
    async (count, _of, decision) => {
      const store = await openPrepared();
      for (const part of appendsOf(decision).slice(0, count)) {
        await store.append({ takes: [], subject: part, gives: [], unchanged: [] });
      }
      const before = await readEverything(store);
      if (fixture.atomic && count > 0) {
        await expect(store.append(decision)).rejects.toMatchObject({ name: 'RevisionConflict' });
        expect(await readEverything(store)).toEqual(before);
        return;
      }
      const first = await store.append(decision);
      const rest = appendsOf(decision).slice(count);
      const everything = await readEverything(store);
      expect(idsOf(everything.slice(before.length))).toEqual(rest.flatMap(({ events }) => idsOf(events)));
      expect(first.streams.map(({ stream }) => stream)).toEqual(
        appendsOf(decision).map(({ stream }) => stream),
      );
      expect(await store.append(decision)).toEqual(first);
      expect(await readEverything(store)).toEqual(everything);
    },
  );

  it.each(appendsOf(five).map((append) => [append.stream, append] as const))(
    'a part of a decision, that of %s alone, is a repeat of that part',
    async (stream, part) => {
      const store = await openPrepared();
      const whole = await store.append(five);
      const again = await store.append({ takes: [], subject: part, gives: [], unchanged: [] });
      expect(again.streams).toEqual(whole.streams.filter((each) => each.stream === stream));
    },
  );

  it.each(
    appendsOf(five).flatMap((append) => (append.events.length > 1 ? [[append.stream, append] as const] : [])),
  )('a shortened repeat of %s answers with its own last revision', async (_stream, part) => {
    const store = await openPrepared();
    await store.append(five);
    const shorter = { ...part, events: part.events.slice(0, -1) };
    const again = await store.append({ takes: [], subject: shorter, gives: [], unchanged: [] });
    expect(again.streams).toMatchObject([{ lastRevision: part.expectedRevision + shorter.events.length }]);
  });

  it.each([
    ['one stream', one],
    ['two streams', two],
    ['five streams', five],
  ])(
    'of two writers of decisions over %s on the same revisions one wins each stream',
    async (_name, decision) => {
      await openPrepared();
      const writers = [await bench.open(), await bench.open()] as const;
      const decisions = [decision, withOtherIds(decision)] as const;
      const outcomes = await Promise.allSettled(
        writers.map((writer, index) => writer.append(decisions[index]!)),
      );
      const everything = await readEverything(writers[0]);
      for (const { stream, expectedRevision } of appendsOf(decision)) {
        const standing = everything.filter(
          (event) => event.stream === stream && event.revision > expectedRevision,
        );
        const rivals = decisions.map((each) =>
          idsOf(appendsOf(each).find((append) => append.stream === stream)!.events),
        );
        expect([[], ...rivals]).toContainEqual(idsOf(standing));
      }
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
      }
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
