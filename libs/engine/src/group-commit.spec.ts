import { OutcomeUnknown, StoreUnavailable } from '@yihu/event-store';
import { Refused } from '@yihu/workflow';
import {
  allEvents,
  cleanUp,
  engineOver,
  newFolder,
  openShop,
  openStore,
  outcomeOf,
  request,
  storeLike,
} from './testing/workbench';

afterEach(cleanUp);

const vouchers = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);

describe('group commit', () => {
  it.each(['streams remembered', 'streams to be loaded'])(
    '16 commands at once are one commit: %s',
    async (how) => {
      const folder = newFolder();
      const store = openStore(folder);
      let engine = engineOver(store);
      await openShop(engine, 1_000_000, vouchers(16));
      if (how === 'streams to be loaded') engine = engineOver(store);
      const before = store.commitCount;
      const answers = await Promise.all(vouchers(16).map((each) => engine.execute(request('buy', each))));
      expect(store.commitCount - before).toBe(1);
      expect(answers.map(({ stage }) => stage)).toEqual(Array(16).fill('bought'));
    },
  );

  it('16 at once are one commit when three of them are refused, and the refused leave nothing', async () => {
    const store = openStore(newFolder());
    const engine = engineOver(store);
    await openShop(engine, 130_000, vouchers(16));
    const before = store.commitCount;
    const outcomes = await Promise.all(
      vouchers(16).map((each) => outcomeOf(engine.execute(request('buy', each)))),
    );
    expect(store.commitCount - before).toBe(1);
    expect(outcomes.filter((each) => each instanceof Refused)).toHaveLength(3);
    expect((outcomes[13] as Refused).refusals).toMatchObject([
      { rule: 'room', source: 'S3', detail: { leftFen: 0, needFen: 10_000 } },
    ]);
    const events = await allEvents(store);
    expect(events.filter(({ type }) => type === 'VoucherBought')).toHaveLength(13);
    expect(engine.stats()).toMatchObject({ commands: 3 + 16 + 16, refusals: 3, largestBatch: 16 });
  });

  it('each command is decided on what the ones before it in the batch leave behind', async () => {
    const store = openStore(newFolder());
    const engine = engineOver(store);
    await openShop(engine, 10_000, ['v0', 'v1']);
    const before = store.commitCount;
    const outcomes = await Promise.all(
      [request('buy', 'v0'), request('buy', 'v1'), request('return', 'v0'), request('buy', 'v1')].map(
        (each) => outcomeOf(engine.execute(each)),
      ),
    );
    expect(store.commitCount - before).toBe(1);
    expect(outcomes).toMatchObject([
      { stage: 'bought' },
      { name: 'Refused' },
      { stage: 'offered' },
      { stage: 'bought' },
    ]);
  });

  it('a bug in one command is its own', async () => {
    const engine = engineOver(openStore(newFolder()));
    await openShop(engine, 1_000_000, ['v0', 'v1']);
    const outcomes = await Promise.all(
      [request('buy', 'v0'), request('blow-up', 'v1'), request('do-nothing', 'v1'), request('buy', 'v1')].map(
        (each) => outcomeOf(engine.execute(each)),
      ),
    );
    expect(outcomes).toMatchObject([
      { stage: 'bought' },
      { name: 'TypeError' },
      { name: 'Error' },
      { stage: 'bought' },
    ]);
  });

  it('data that no store takes is an error of its own command', async () => {
    const engine = engineOver(openStore(newFolder()));
    await openShop(engine, 1_000_000, ['v0', 'v1']);
    const [bad, good] = await Promise.all(
      [request('note', 'v0', { text: new Date() }), request('note', 'v1', { text: 'fine' })].map((each) =>
        outcomeOf(engine.execute(each)),
      ),
    );
    expect(bad).toMatchObject({ name: 'BadEvent' });
    expect(good).toMatchObject({ revision: 1 });
    await expect(engine.execute(request('note', 'v0', { text: 'fine' }))).resolves.toMatchObject({
      revision: 1,
    });
  });

  it('nobody is answered before COMMIT, not even by a refusal', async () => {
    const store = openStore(newFolder());
    await openShop(engineOver(store), 10_000, ['v0', 'v1']);
    const log: string[] = [];
    const watched = storeLike(store, {
      transact: (work) => {
        const result = store.transact(work);
        log.push('committed');
        return result;
      },
    });
    const engine = engineOver(watched);
    const note = (name: string) => () => void log.push(name);
    await Promise.all([
      engine.execute(request('buy', 'v0')).then(note('answered')),
      engine.execute(request('buy', 'v1')).catch(note('refused')),
    ]);
    expect(log).toEqual(['committed', 'answered', 'refused']);
  });

  it('streams are read before the batch begins, and each of them once', async () => {
    const store = openStore(newFolder());
    await openShop(engineOver(store), 1_000_000, vouchers(16));
    const reads: string[] = [];
    const readInside: string[] = [];
    const watched = storeLike(store, {
      read: (stream, options) => {
        reads.push(stream);
        return store.read(stream, options);
      },
      transact: (work) =>
        store.transact((transaction) =>
          work({
            lastRecordedAt: transaction.lastRecordedAt,
            append: transaction.append,
            read: (stream, fromRevision = 0) => {
              if (fromRevision === 0) readInside.push(stream);
              return transaction.read(stream, fromRevision);
            },
          }),
        ),
    });
    const engine = engineOver(watched);
    await Promise.all(vouchers(16).map((each) => engine.execute(request('buy', each))));
    const streams = [
      'staff-wang',
      'shop-main',
      'till-main',
      ...vouchers(16).map((each) => `voucher-${each}`),
    ];
    expect([...reads].sort()).toEqual([...streams].sort());
    expect(readInside).toEqual([]);
  });

  it('a batch holds at most so many commands', async () => {
    const store = openStore(newFolder());
    const engine = engineOver(store);
    await openShop(engine, 1e9, ['v0']);
    const before = store.commitCount;
    await Promise.all(vouchers(300).map((text) => engine.execute(request('note', 'v0', { text }))));
    expect(store.commitCount - before).toBe(2);
    expect(engine.stats().largestBatch).toBe(256);
    const { data } = await engine.load('voucher-v0');
    expect(data).toMatchObject({ notes: vouchers(300) });
  });

  it('a stream that the rehearsal could not foresee is read inside the batch', async () => {
    const store = openStore(newFolder());
    const engine = engineOver(store, { streamsMax: 2 });
    await openShop(engine, 160_000, vouchers(16));
    const answers = await Promise.all(vouchers(16).map((each) => engine.execute(request('buy', each))));
    expect(answers).toHaveLength(16);
    const till = await engine.load('till-main');
    expect(till).toMatchObject({ revision: 16, data: { takenFen: 160_000 } });
  });

  it('a store that cannot begin fails the whole batch, and nothing is stored', async () => {
    const store = openStore(newFolder());
    const engine = engineOver(store);
    await openShop(engine, 1_000_000, vouchers(2));
    const before = await allEvents(store);
    let full = true;
    const failing = storeLike(store, {
      transact: (work) => {
        if (!full) return store.transact(work);
        return store.transact((transaction) =>
          work({
            ...transaction,
            append: () => {
              throw new StoreUnavailable('There is no space left.');
            },
          }),
        );
      },
    });
    const other = engineOver(failing);
    const requests = [request('buy', 'v0'), request('redeem', 'v1')];
    const outcomes = await Promise.all(requests.map((each) => outcomeOf(other.execute(each))));
    expect(outcomes).toEqual([expect.any(StoreUnavailable), expect.any(StoreUnavailable)]);
    expect(await allEvents(store)).toEqual(before);
    full = false;
    await expect(other.execute(requests[0]!)).resolves.toMatchObject({ stage: 'bought' });
  });
});

describe('a COMMIT that fails', () => {
  /** Runs two purchases and a refused one while COMMIT fails, and the same ids once it works again. */
  async function settleAfter(landed: boolean) {
    const store = openStore(newFolder());
    await openShop(engineOver(store), 20_000, vouchers(3));
    let failing = true;
    const engine = engineOver(
      storeLike(store, {
        transact: (work) => {
          if (!failing) return store.transact(work);
          if (landed) store.transact(work);
          else
            outcomeOfRolledBack(() =>
              store.transact((transaction) => {
                work(transaction);
                throw new Error('no COMMIT');
              }),
            );
          throw new OutcomeUnknown(new Error('the disk said no'));
        },
      }),
    );
    await engine.load('voucher-v0');
    const requests = vouchers(3).map((each) => request('buy', each));
    const unknown = await Promise.all(requests.map((each) => outcomeOf(engine.execute(each))));
    failing = false;
    // Nothing is remembered of what may have come out either way.
    const { revision } = await engine.load('voucher-v0');
    expect(revision).toBe(landed ? 2 : 0);
    const settled = await Promise.all(requests.map((each) => outcomeOf(engine.execute(each))));
    return { unknown, settled, events: await allEvents(store) };
  }

  it.each([false, true])(
    'is unknown for all of the batch, and the same ids settle it (landed: %s)',
    async (landed) => {
      const { unknown, settled, events } = await settleAfter(landed);
      expect(unknown).toEqual(Array(3).fill(expect.any(OutcomeUnknown)));
      expect(settled).toMatchObject([{ stage: 'bought' }, { stage: 'bought' }, { name: 'Refused' }]);
      expect(events.filter(({ type }) => type === 'VoucherBought')).toHaveLength(2);
      expect(events.filter(({ type }) => type === 'RoomTaken')).toHaveLength(2);
    },
  );
});

function outcomeOfRolledBack(run: () => unknown): void {
  expect(run).toThrow('no COMMIT');
}
