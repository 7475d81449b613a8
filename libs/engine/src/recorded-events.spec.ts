import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import { derivedId } from './derived-id';
import { createChainCheck, eventHash, verifyChain } from './event-chain';
import { allEvents, cleanUp, engineOver, newFolder, openShop, openStore, request } from './testing/workbench';

afterEach(cleanUp);

async function soldVoucher() {
  const store = openStore(newFolder());
  const engine = engineOver(store);
  await openShop(engine, 1_000_000, ['v0']);
  const buy = request('buy', 'v0', {}, { paperOn: '2024-06-14' });
  await engine.execute(buy);
  const events = await allEvents(store);
  return { store, engine, buy, events, sold: events.slice(-3) };
}

describe('recorded events', () => {
  it('say who, in which role, by which command, when, on which paper and under which policy', async () => {
    const { buy, events, sold } = await soldVoucher();
    const [taken, noted, bought] = sold;
    const common = {
      actorId: 'wang',
      office: 'shop',
      role: 'clerk',
      staffRevision: 0,
      commandId: buy.commandId,
      bodyHash: buy.bodyHash,
      decisionStreams: ['till-main', 'voucher-v0'],
      recordedAt: buy.now,
      paperOn: '2024-06-14',
      policyVersion: 7,
    };
    const opened = events.find(({ stream }) => stream === 'till-main')!;
    const offered = events.find(({ stream }) => stream === 'voucher-v0')!;
    expect(taken!.metadata).toEqual({ ...common, previousHash: eventHash(opened) });
    expect(noted!.metadata).toEqual({ ...common, workflowVersion: 3, previousHash: eventHash(offered) });
    expect(bought!.metadata).toEqual({ ...common, workflowVersion: 3, previousHash: eventHash(noted!) });
    expect(Object.keys(opened.metadata)).not.toContain('previousHash');
    expect(Object.keys(opened.metadata)).not.toContain('paperOn');
  });

  it('have ids that follow from the command, the stream and the place among its facts', async () => {
    const { buy, sold } = await soldVoucher();
    expect(sold.map(({ id }) => id)).toEqual([
      v5('till-main/0', buy.commandId),
      v5('voucher-v0/0', buy.commandId),
      v5('voucher-v0/1', buy.commandId),
    ]);
    expect(derivedId(buy.commandId, 'voucher-v0/1')).toBe(sold[2]!.id);
  });

  it('name the streams of the decision in the order takes, subject, gives', async () => {
    const { store, engine } = await soldVoucher();
    await engine.execute(request('return', 'v0', { why: undefined }));
    const returned = (await allEvents(store)).slice(-2);
    for (const { metadata } of returned)
      expect(metadata['decisionStreams']).toEqual(['voucher-v0', 'till-main']);
    // Members that are undefined are left out, as JSON would do.
    expect(returned[0]!.data).toEqual({});
  });

  it('are never recorded before what already is, even when the clock jumps back', async () => {
    const { store, engine } = await soldVoucher();
    await engine.execute(request('note', 'v0', { text: 'late' }, { now: '2024-06-15T06:00:00.000Z' }));
    await engine.execute(request('note', 'v0', { text: 'early' }, { now: '2024-06-15T01:00:00.000Z' }));
    const restarted = engineOver(store);
    await Promise.all([
      restarted.execute(request('note', 'v0', { text: 'early too' }, { now: '2024-06-15T02:00:00.000Z' })),
      restarted.execute(request('note', 'v0', { text: 'later' }, { now: '2024-06-15T07:00:00.000Z' })),
      restarted.execute(request('note', 'v0', { text: 'early again' }, { now: '2024-06-15T03:00:00.000Z' })),
    ]);
    const times = (await allEvents(store)).map(({ metadata }) => metadata['recordedAt']);
    expect(times.slice(-5)).toEqual(
      ['06', '06', '06', '07', '07'].map((hour) => `2024-06-15T${hour}:00:00.000Z`),
    );
    expect(times).toEqual([...times].sort());
  });

  it('read again give the streams that the engine remembers', async () => {
    const { store, engine } = await soldVoucher();
    await engine.execute(request('return', 'v0', { why: undefined }));
    for (const stream of ['voucher-v0', 'till-main', 'staff-wang', 'shop-main']) {
      expect(await engineOver(store).load(stream)).toEqual(await engine.load(stream));
    }
  });
});

describe('the chain', () => {
  it('holds for every stream, also when a restarted engine goes on with it', async () => {
    const { store } = await soldVoucher();
    await engineOver(store).execute(request('redeem', 'v0'));
    expect(verifyChain(await allEvents(store))).toEqual([]);
  });

  it('tells where an event was changed, unless it is the last of its stream', async () => {
    const { events } = await soldVoucher();
    const last = new Map(events.map(({ stream, revision }) => [stream, revision]));
    for (const [index, event] of events.entries()) {
      const changed = events.with(index, { ...event, data: { ...event.data, forged: true } });
      const next = events.find(
        ({ stream, revision }) => stream === event.stream && revision === event.revision + 1,
      );
      const expected = next && {
        stream: next.stream,
        revision: next.revision,
        position: next.position,
        problem: 'hash',
      };
      expect(verifyChain(changed)).toEqual(last.get(event.stream) === event.revision ? [] : [expected]);
    }
  });

  it('tells where an event was left out', async () => {
    const { events } = await soldVoucher();
    const noted = events.findIndex(({ type }) => type === 'NoteAdded');
    const check = createChainCheck();
    const breaks = events.filter((_, index) => index !== noted).map(check);
    expect(breaks.filter(Boolean)).toMatchObject([{ stream: 'voucher-v0', revision: 2, problem: 'gap' }]);
  });

  it('hashes an event alike in whatever order its members stand', () => {
    const event = { type: 'Named', data: { name: '张三', fen: 1 }, metadata: { b: [1, 2], a: null } };
    const other = { type: 'Named', data: { fen: 1, name: '张三' }, metadata: { a: null, b: [1, 2] } };
    expect(eventHash(event)).toBe(eventHash(other));
    const text = '{"data":{"fen":1,"name":"张三"},"metadata":{"a":null,"b":[1,2]},"type":"Named"}';
    expect(eventHash(event)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
