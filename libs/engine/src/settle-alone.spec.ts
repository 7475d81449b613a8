import { OutcomeUnknown, RevisionConflict, type AtomicEventStore, type EventStore } from '@yihu/event-store';
import { Refused } from '@yihu/workflow';
import { SubjectChanged } from './errors';
import { verifyChain } from './event-chain';
import {
  allEvents,
  cleanUp,
  engineOver,
  newFolder,
  openShop,
  openStore,
  outcomeOf,
  request,
} from './testing/workbench';

afterEach(cleanUp);

/** The embedded store without its transactions, as a store beyond this process looks to the engine. */
function withoutTransactions(store: AtomicEventStore, other: Partial<EventStore> = {}): EventStore {
  const { read, append, subscribe, readAll, comparePositions, close } = store;
  return { atomic: false, read, append, subscribe, readAll, comparePositions, close, ...other };
}

async function shopWith(vouchers: readonly string[], roomFen = 1_000_000) {
  const folder = newFolder();
  const store = openStore(folder);
  const engine = engineOver(withoutTransactions(store));
  await openShop(engine, roomFen, vouchers);
  return { folder, store, engine };
}

describe('on a store without transactions', () => {
  it('commands are settled, refused and answered again alike', async () => {
    const { store, engine } = await shopWith(['v0', 'v1'], 10_000);
    const buy = request('buy', 'v0');
    const first = await engine.execute(buy);
    expect(first).toMatchObject({ revision: 2, stage: 'bought' });
    await expect(engine.execute(request('buy', 'v1'))).rejects.toThrow(Refused);
    await engine.execute(request('redeem', 'v0'));
    expect(JSON.stringify(await engine.execute(buy))).toBe(JSON.stringify(first));
    expect(JSON.stringify(await engineOver(store).execute(buy))).toBe(JSON.stringify(first));
    const events = await allEvents(store);
    expect(verifyChain(events)).toEqual([]);
    expect(events.map(({ metadata }) => metadata['recordedAt'])).toEqual(events.map(() => buy.now));
    expect(engine.stats()).toMatchObject({ commands: 9, refusals: 1, commits: 7, largestBatch: 1 });
  });

  it('commands on one subject follow each other, and those on others are decided on what is stored', async () => {
    const { engine } = await shopWith(['v0', 'v1', 'v2'], 20_000);
    const notes = Array.from({ length: 8 }, (_, index) => request('note', 'v0', { text: `${index}` }));
    const answers = await Promise.all(notes.map((each) => engine.execute(each)));
    expect(answers.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const outcomes = await Promise.all(
      ['v0', 'v1', 'v2'].map((each) => outcomeOf(engine.execute(request('buy', each)))),
    );
    expect(outcomes.filter((each) => each instanceof Refused)).toHaveLength(1);
    expect(await engine.load('till-main')).toMatchObject({ data: { takenFen: 20_000 } });
  });

  it('what another process wrote is seen before anything is decided, explained or shown', async () => {
    const { folder, engine } = await shopWith(['v0']);
    const other = engineOver(openStore(folder));
    await other.execute(request('note', 'v0', { text: 'by another' }));
    expect(await engine.load('voucher-v0')).toMatchObject({ revision: 1 });
    await other.execute(request('note', 'v0', { text: 'by another again' }));
    await expect(engine.execute(request('buy', 'v0'))).resolves.toMatchObject({ revision: 4 });
    await other.execute(request('shut-shop', 'main'));
    const { now } = request('redeem', 'v0');
    const explained = await engine.explain({ commands: ['redeem'], subjectId: 'v0', actorId: 'wang', now });
    expect(explained).toMatchObject([{ allowed: false, refusals: [{ rule: 'shop-open' }] }]);
    await other.execute(request('open-shop', 'main'));
    await expect(engine.execute(request('redeem', 'v0'))).resolves.toMatchObject({ stage: 'redeemed' });
  });

  it('time does not run backwards, neither in this process nor in a stream', async () => {
    const { store, engine } = await shopWith(['v0', 'v1']);
    const at = (hour: string) => ({ now: `2024-06-15T${hour}:00:00.000Z` });
    await engine.execute(request('note', 'v0', { text: 'late' }, at('08')));
    await engine.execute(request('note', 'v1', { text: 'early' }, at('05')));
    const restarted = engineOver(withoutTransactions(store));
    await restarted.execute(request('note', 'v1', { text: 'early' }, at('06')));
    const times = (await allEvents(store)).map(({ metadata }) => metadata['recordedAt']);
    expect(times.slice(-3)).toEqual(Array(3).fill('2024-06-15T08:00:00.000Z'));
  });

  it('a lost ledger is decided again, a lost subject is not', async () => {
    const { folder, store } = await shopWith(['v0', 'v1', 'v2'], 20_000);
    const other = engineOver(openStore(folder));
    let overtake: (() => Promise<unknown>) | undefined;
    const overtaken = withoutTransactions(store, {
      append: async (decision) => {
        await overtake?.();
        overtake = undefined;
        return store.append(decision);
      },
    });
    const engine = engineOver(overtaken);
    overtake = () => other.execute(request('buy', 'v1'));
    await expect(engine.execute(request('buy', 'v0'))).resolves.toMatchObject({ stage: 'bought' });
    overtake = () => other.execute(request('note', 'v2', { text: 'faster' }));
    const changed = await outcomeOf(engine.execute(request('note', 'v2', { text: 'slower' })));
    expect(changed).toBeInstanceOf(SubjectChanged);
    expect(changed).toMatchObject({ seenRevision: 0, revision: 1, changes: [{ type: 'NoteAdded' }] });
  });

  it('the same command that another process was faster with is answered as it landed there', async () => {
    const { folder, store } = await shopWith(['v0']);
    const other = engineOver(openStore(folder));
    const remark = request('remark', 'v0');
    let faster: unknown;
    const overtaken = withoutTransactions(store, {
      append: async (decision) => {
        faster ??= await other.execute({ ...remark, now: '2024-06-15T13:00:00.000Z' });
        return store.append(decision);
      },
    });
    const engine = engineOver(overtaken);
    expect(JSON.stringify(await engine.execute(remark))).toBe(JSON.stringify(faster));
    expect(faster).toMatchObject({ facts: [{ type: 'PriceNoted' }] });
    await engine.execute(request('buy', 'v0'));
    const events = await allEvents(store);
    expect(verifyChain(events)).toEqual([]);
    expect(events.filter(({ type }) => type === 'NoteAdded')).toHaveLength(1);
  });

  it.each([false, true])('an unknown outcome is settled by the same id (landed: %s)', async (landed) => {
    const { store } = await shopWith(['v0']);
    let failing = true;
    const engine = engineOver(
      withoutTransactions(store, {
        append: async (decision) => {
          if (!failing) return store.append(decision);
          if (landed) await store.append(decision);
          throw new OutcomeUnknown(new Error('no answer'));
        },
      }),
    );
    const buy = request('buy', 'v0');
    await expect(engine.execute(buy)).rejects.toThrow(OutcomeUnknown);
    failing = false;
    await expect(engine.execute(buy)).resolves.toMatchObject({ stage: 'bought' });
    expect((await allEvents(store)).filter(({ type }) => type === 'VoucherBought')).toHaveLength(1);
  });

  it('losing again and again is given up', async () => {
    const { store } = await shopWith(['v0']);
    let appends = 0;
    const unlucky = withoutTransactions(store, {
      append: async () => {
        appends += 1;
        throw new RevisionConflict('till-main', 1, 2);
      },
    });
    await expect(engineOver(unlucky).execute(request('buy', 'v0'))).rejects.toThrow(RevisionConflict);
    expect(appends).toBe(6);
  });
});
