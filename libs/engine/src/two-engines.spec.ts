import { RevisionConflict, type AtomicEventStore } from '@yihu/event-store';
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
  storeLike,
} from './testing/workbench';

afterEach(cleanUp);

/** Two engines on one store, opened below the lock, both of which remember the shop and the vouchers. */
async function twoEngines(roomFen: number, vouchers: readonly string[]) {
  const folder = newFolder();
  const store = openStore(folder);
  const first = engineOver(store);
  await openShop(first, roomFen, vouchers);
  const conflicts: string[] = [];
  const second = engineOver(noting(openStore(folder), conflicts));
  for (const stream of [
    'staff-wang',
    'shop-main',
    'till-main',
    ...vouchers.map((each) => `voucher-${each}`),
  ]) {
    await second.load(stream);
  }
  return { folder, store, first, second, conflicts };
}

/** A store that notes on which stream an append was refused. */
function noting(store: AtomicEventStore, conflicts: string[]): AtomicEventStore {
  return storeLike(store, {
    transact: (work) =>
      store.transact((transaction) =>
        work({
          lastRecordedAt: transaction.lastRecordedAt,
          read: transaction.read,
          append: (decision) => {
            try {
              return transaction.append(decision);
            } catch (error) {
              if (error instanceof RevisionConflict) conflicts.push(error.stream);
              throw error;
            }
          },
        }),
      ),
  });
}

describe('two engines on one store', () => {
  it('never sell more than there is room for: the loser meets a conflict, decides again and is refused', async () => {
    const rounds = 50;
    const vouchers = Array.from({ length: 2 * rounds }, (_, index) => `v${index}`);
    const { store, first, second, conflicts } = await twoEngines(10_000, vouchers);
    for (let round = 0; round < rounds; round += 1) {
      const [one, two] = [`v${2 * round}`, `v${2 * round + 1}`];
      const outcomes = await Promise.all([
        outcomeOf(first.execute(request('buy', one))),
        outcomeOf(second.execute(request('buy', two))),
      ]);
      const refused = outcomes.filter((each) => each instanceof Refused);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatchObject({ refusals: [{ rule: 'room', detail: { leftFen: 0 } }] });
      const winner = outcomes[0] instanceof Refused ? two : one;
      await (winner === one ? first : second).execute(request('return', winner));
    }
    expect(conflicts).toContain('till-main');
    expect(await first.load('till-main')).toMatchObject({ data: { takenFen: 0 } });
    expect(verifyChain(await allEvents(store))).toEqual([]);
  });

  it('tell the slower one what changed on its subject', async () => {
    const { first, second } = await twoEngines(1_000_000, ['v0']);
    await first.execute(request('note', 'v0', { text: 'by the first' }, { now: '2024-06-15T05:00:00.000Z' }));
    const changed = await outcomeOf(second.execute(request('note', 'v0', { text: 'by the second' })));
    expect(changed).toBeInstanceOf(SubjectChanged);
    expect(changed).toMatchObject({
      stream: 'voucher-v0',
      seenRevision: 0,
      revision: 1,
      changes: [{ type: 'NoteAdded', revision: 1, recordedAt: '2024-06-15T05:00:00.000Z', role: 'clerk' }],
    });
    await expect(second.execute(request('note', 'v0', { text: 'again' }))).resolves.toMatchObject({
      revision: 2,
    });
  });

  it('tell so too when the ledger changed with the subject', async () => {
    const { store, first, second } = await twoEngines(1_000_000, ['v0']);
    await first.execute(request('buy', 'v0'));
    const changed = await outcomeOf(second.execute(request('buy', 'v0')));
    expect(changed).toBeInstanceOf(SubjectChanged);
    expect((changed as SubjectChanged).changes.map(({ type }) => type)).toEqual([
      'NoteAdded',
      'VoucherBought',
    ]);
    expect((await allEvents(store)).filter(({ type }) => type === 'RoomTaken')).toHaveLength(1);
  });

  it('answer the same command id alike, and store the effect once', async () => {
    const { store, first, second } = await twoEngines(1_000_000, ['v0']);
    const remark = request('remark', 'v0');
    const one = await first.execute(remark);
    // Decided now, the command would record another fact.
    const two = await second.execute({ ...remark, now: '2024-06-15T13:00:00.000Z' });
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    // Had the second engine remembered its own version of the fact, the chain would break here.
    await second.execute(request('buy', 'v0'));
    const events = await allEvents(store);
    expect(verifyChain(events)).toEqual([]);
    expect(events.filter(({ type }) => type === 'PriceNoted')).toEqual([]);
  });

  it('decide again when a stream that was only read has changed', async () => {
    const { first, second, conflicts } = await twoEngines(1_000_000, ['v0']);
    await first.execute(request('shut-shop', 'main'));
    const refused = await outcomeOf(second.execute(request('buy', 'v0')));
    expect(conflicts).toEqual(['shop-main']);
    expect(refused).toMatchObject({ name: 'Refused', refusals: [{ rule: 'shop-open' }] });
  });

  it('do not refuse for what is no longer so', async () => {
    const { first, second } = await twoEngines(10_000, ['v0', 'v1']);
    await first.execute(request('buy', 'v0'));
    await expect(second.execute(request('buy', 'v1'))).rejects.toThrow(Refused);
    await first.execute(request('return', 'v0'));
    await expect(second.execute(request('buy', 'v1'))).resolves.toMatchObject({ stage: 'bought' });
  });

  it('believe a screen that is newer than what they remember', async () => {
    const { first, second } = await twoEngines(1_000_000, ['v0']);
    const { revision } = await first.execute(request('note', 'v0', { text: 'seen by all' }));
    const buy = request('buy', 'v0', {}, { seenRevision: revision });
    await expect(second.execute(buy)).resolves.toMatchObject({ stage: 'bought' });
  });

  it('give up when a ledger is lost again and again', async () => {
    const { store } = await twoEngines(1_000_000, ['v0']);
    let appends = 0;
    const unlucky = storeLike(store, {
      transact: (work) =>
        store.transact((transaction) =>
          work({
            lastRecordedAt: transaction.lastRecordedAt,
            read: transaction.read,
            append: () => {
              appends += 1;
              throw new RevisionConflict('till-main', 1, 2);
            },
          }),
        ),
    });
    await expect(engineOver(unlucky).execute(request('buy', 'v0'))).rejects.toThrow(RevisionConflict);
    expect(appends).toBe(6);
  });
});
