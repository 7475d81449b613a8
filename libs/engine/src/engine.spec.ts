import { StoreUnavailable } from '@yihu/event-store';
import { CorruptHistory } from '@yihu/workflow';
import { randomUUID } from 'node:crypto';
import { EngineStopped, UnknownCommand } from './errors';
import {
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

async function shopWith(vouchers: readonly string[]) {
  const store = openStore(newFolder());
  const engine = engineOver(store);
  await openShop(engine, 1_000_000, vouchers);
  return { store, engine };
}

const now = request('', '').now;

describe('the engine', () => {
  it('explains every command of a kind without deciding one', async () => {
    const { engine } = await shopWith(['v0']);
    const explained = await engine.explain({ kind: 'voucher', subjectId: 'v0', actorId: 'nobody', now });
    const allowed = Object.fromEntries(explained.map((each) => [each.command, each.allowed]));
    expect(allowed).toEqual({
      offer: false,
      buy: false,
      return: false,
      redeem: false,
      note: false,
      'note-price': true,
      abandon: true,
      'do-nothing': true,
      remark: true,
      'blow-up': true,
    });
    expect(explained.find(({ command }) => command === 'redeem')!.refusals.map(({ rule }) => rule)).toEqual([
      'right-stage',
      'on-staff',
    ]);
    expect((await engine.load('voucher-v0')).revision).toBe(0);
  });

  it('explains named commands, with an input judging that too, and on streams it has to load first', async () => {
    const { store } = await shopWith(['v0']);
    const engine = engineOver(store);
    const about = { subjectId: 'v9', actorId: 'wang', now };
    expect(await engine.explain({ ...about, commands: ['offer'] })).toMatchObject([{ allowed: true }]);
    expect(
      await engine.explain({ ...about, commands: ['offer', 'redeem'], input: { priceFen: 0 } }),
    ).toMatchObject([
      { command: 'offer', allowed: false, refusals: [{ rule: 'priced' }] },
      { command: 'redeem', allowed: false, refusals: [{ rule: 'right-stage' }] },
    ]);
    await expect(engine.explain({ ...about, commands: ['steal'] })).rejects.toThrow(UnknownCommand);
  });

  it('loads a stream, and one without facts as unwritten', async () => {
    const { engine } = await shopWith(['v0']);
    expect(await engine.load('voucher-v0')).toMatchObject({ revision: 0, stage: 'offered' });
    expect(await engine.load('voucher-v9')).toMatchObject({ revision: -1, stage: 'unoffered' });
  });

  it('knows no command but those of the rulebook, and takes no id, time or revision that is none', async () => {
    const { engine } = await shopWith(['v0']);
    await expect(engine.execute(request('steal', 'v0'))).rejects.toThrow(UnknownCommand);
    for (const wrong of [
      { commandId: '7' },
      { now: '2024-06-15 12:00' },
      { seenRevision: -2 },
      { seenRevision: 0.5 },
    ]) {
      await expect(engine.execute(request('buy', 'v0', {}, wrong))).rejects.toThrow(TypeError);
    }
  });

  it('refuses to fold a history that could not have happened, and goes on with other streams', async () => {
    const { store, engine } = await shopWith(['v0', 'v1']);
    const event = { id: randomUUID(), type: 'VoucherRedeemed', data: {}, metadata: { recordedAt: now } };
    store.transact((transaction) =>
      transaction.append({
        takes: [],
        subject: { stream: 'voucher-v9', expectedRevision: -1, events: [event] },
        gives: [],
        unchanged: [],
      }),
    );
    const [corrupt, fine] = await Promise.all(
      ['v9', 'v1'].map((each) => outcomeOf(engine.execute(request('note', each, { text: 'a note' })))),
    );
    expect(corrupt).toBeInstanceOf(CorruptHistory);
    expect(fine).toMatchObject({ revision: 1 });
    await expect(engine.load('voucher-v9')).rejects.toThrow(CorruptHistory);
  });

  it('refuses a history that does not begin at revision 0 or has a gap', async () => {
    const { store } = await shopWith(['v0']);
    await engineOver(store).execute(request('buy', 'v0'));
    for (const missing of [0, 1]) {
      const truncated = storeLike(store, {
        read: async (stream, options) => {
          const slice = await store.read(stream, options);
          return { ...slice, events: slice.events.filter(({ revision }) => revision !== missing) };
        },
      });
      await expect(engineOver(truncated).load('voucher-v0')).rejects.toThrow(CorruptHistory);
    }
  });

  it('drains before it stops, and takes nothing afterwards', async () => {
    const { engine } = await shopWith(['v0', 'v1']);
    const answers: string[] = [];
    const buying = ['v0', 'v1'].map(async (each) => {
      answers.push((await engine.execute(request('buy', each))).stage);
    });
    await engine.stop();
    expect(answers).toEqual(['bought', 'bought']);
    await Promise.all(buying);
    await expect(engine.execute(request('redeem', 'v0'))).rejects.toThrow(EngineStopped);
    expect(await engine.load('voucher-v0')).toMatchObject({ stage: 'bought' });
    await engine.idle();
  });

  it('passes on that the store is gone, and that its disk failed', async () => {
    const { store } = await shopWith(['v0']);
    const failing = storeLike(store, { failed: true });
    expect(engineOver(store).failed).toBe(false);
    expect(engineOver(failing).failed).toBe(true);
    await store.close();
    await expect(engineOver(store).execute(request('buy', 'v0'))).rejects.toThrow(StoreUnavailable);
  });
});
