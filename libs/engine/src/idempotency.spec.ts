import { CommandAbandoned, CommandReused } from './errors';
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

async function shopWith(vouchers: readonly string[]) {
  const folder = newFolder();
  const store = openStore(folder);
  const engine = engineOver(store);
  await openShop(engine, 1_000_000, vouchers);
  return { folder, store, engine };
}

describe('the same command id', () => {
  it('is answered with the first answer, byte for byte, and has one effect', async () => {
    const { store, engine } = await shopWith(['v0']);
    const buy = request('buy', 'v0');
    const first = JSON.stringify(await engine.execute(buy));
    const events = await allEvents(store);
    expect(JSON.stringify(await engine.execute(buy))).toBe(first);
    expect(await allEvents(store)).toEqual(events);
    expect(JSON.parse(first)).toEqual({
      commandId: buy.commandId,
      stream: 'voucher-v0',
      revision: 2,
      stage: 'bought',
      facts: [
        { type: 'NoteAdded', revision: 1, id: events.at(-2)!.id },
        { type: 'VoucherBought', revision: 2, id: events.at(-1)!.id },
      ],
    });
  });

  it('is answered so after the subject moved on, after a restart, and with a later clock', async () => {
    const { folder, store, engine } = await shopWith(['v0']);
    const buy = request('buy', 'v0');
    const first = JSON.stringify(await engine.execute(buy));
    await engine.execute(request('note', 'v0', { text: 'later' }));
    await engine.execute(request('redeem', 'v0'));
    const again = { ...buy, now: '2024-07-01T00:00:00.000Z' };
    expect(JSON.stringify(await engine.execute(again))).toBe(first);
    await engine.stop();
    await store.close();
    const restarted = engineOver(openStore(folder));
    expect(JSON.stringify(await restarted.execute(again))).toBe(first);
    expect(
      JSON.stringify(await restarted.execute({ ...again, commandId: buy.commandId.toUpperCase() })),
    ).toBe(first);
  });

  it('is answered so even when it would be refused by now, or was decided on an older screen', async () => {
    const { engine } = await shopWith(['v0']);
    const buy = request('buy', 'v0', {}, { seenRevision: 0 });
    const first = await engine.execute(buy);
    await engine.execute(request('shut-shop', 'main'));
    expect(await engine.execute(buy)).toEqual(first);
  });

  it('with another body is refused as reused, now and after a restart', async () => {
    const { store, engine } = await shopWith(['v0']);
    const note = request('note', 'v0', { text: 'one' });
    await engine.execute(note);
    const other = { ...note, input: { text: 'two' }, bodyHash: 'another' };
    await expect(engine.execute(other)).rejects.toThrow(CommandReused);
    await expect(engineOver(store).execute(other)).rejects.toThrow(CommandReused);
  });

  it('on another subject is refused as reused once the two decisions meet in a stream', async () => {
    const { store, engine } = await shopWith(['v0', 'v1']);
    const buy = request('buy', 'v0');
    await engine.execute(buy);
    const before = await allEvents(store);
    const other = request('buy', 'v1', {}, { commandId: buy.commandId });
    await expect(engine.execute(other)).rejects.toThrow(CommandReused);
    expect(await allEvents(store)).toEqual(before);
    // The batch that held the reused id went on.
    await expect(engine.execute(request('buy', 'v1'))).resolves.toMatchObject({ stage: 'bought' });
  });

  it('twice at once has one effect and one answer', async () => {
    const { store, engine } = await shopWith(['v0']);
    const buy = request('buy', 'v0');
    const [one, two] = await Promise.all([engine.execute(buy), engine.execute(buy)]);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    const events = await allEvents(store);
    expect(events.filter(({ type }) => type === 'VoucherBought')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'RoomTaken')).toHaveLength(1);
  });

  it('that was refused is decided again', async () => {
    const { engine } = await shopWith(['v0']);
    await engine.execute(request('shut-shop', 'main'));
    const buy = request('buy', 'v0');
    await expect(engine.execute(buy)).rejects.toMatchObject({ name: 'Refused' });
    await engine.execute(request('open-shop', 'main'));
    await expect(engine.execute(buy)).resolves.toMatchObject({ stage: 'bought' });
  });

  it('that a sweep abandoned stays abandoned, in memory and on reading again', async () => {
    const { store, engine } = await shopWith(['v0']);
    const buy = request('buy', 'v0');
    await engine.execute(request('abandon', 'v0', { commandId: buy.commandId }));
    const outcomes = [await outcomeOf(engine.execute(buy)), await outcomeOf(engineOver(store).execute(buy))];
    expect(outcomes).toEqual([expect.any(CommandAbandoned), expect.any(CommandAbandoned)]);
    await engine.execute(request('note', 'v0', { text: 'moved on' }));
    await expect(engine.execute(buy)).rejects.toThrow(CommandAbandoned);
  });

  it('that landed before a sweep could abandon it keeps its answer', async () => {
    const { store, engine } = await shopWith(['v0']);
    const buy = request('buy', 'v0');
    const abandon = request('abandon', 'v0', { commandId: buy.commandId });
    const [first] = await Promise.all([engine.execute(buy), engine.execute(abandon)]);
    expect(await engine.execute(buy)).toEqual(first);
    expect(await engineOver(store).execute(buy)).toEqual(first);
  });
});
