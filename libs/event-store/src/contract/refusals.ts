import { BadEvent, BadRead, EventTooLarge } from '../errors';
import type { Decision, NewEvent } from '../event-store';
import type { JsonObject } from '../json';
import { useBench } from './bench';
import type { StoreFixture, StorePlace } from './fixture';
import { fill, newEvent, newEvents, onlySubject, readEverything, toStream } from './samples';

const stream = 'case-2024-h1';

/** Data that the types forbid and that could still arrive. */
function untyped(value: unknown): JsonObject {
  return value as JsonObject;
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { inner: nested(depth - 1) };
}

const badData: readonly [string, unknown][] = [
  ['a bigint', { fen: 1n }],
  ['undefined', { fen: undefined }],
  ['a hole in an array', { list: new Array<number>(2) }],
  ['NaN', { fen: NaN }],
  ['infinity', { fen: Infinity }],
  ['an unsafe integer', { fen: 2 ** 53 }],
  ['a function', { fen: () => 1 }],
  ['a date', { on: new Date() }],
  ['a map', { map: new Map() }],
  ['an instance of a class', { event: new (class Plan {})() }],
  ['half a character', { name: '演\ud840' }],
  ['half a character in a key', { ['演\ud840']: 1 }],
  ['U+0000', { name: 'a\0b' }],
  ['a key __proto__', JSON.parse('{"inner":{"__proto__":{"admin":true}}}')],
  ['endless nesting', nested(200)],
  ['a list', [1]],
  ['null', null],
];

const badEvents: readonly [string, Partial<NewEvent>][] = [
  ...badData.map(([name, data]): [string, Partial<NewEvent>] => [`${name} in data`, { data: untyped(data) }]),
  ...badData.map(([name, data]): [string, Partial<NewEvent>] => [
    `${name} in metadata`,
    { metadata: untyped(data) },
  ]),
  ['an empty id', { id: '' }],
  ['an id that is no UUID', { id: 'case-1' }],
  ['the nil UUID', { id: '00000000-0000-0000-0000-000000000000' }],
  ['an empty type', { type: '' }],
  ['a system type', { type: '$metadata' }],
  ['half a character in the type', { type: 'Plan\udc00' }],
];

const badDecisions: readonly [string, Decision][] = [
  ['an empty append', onlySubject(stream, -1, [])],
  ['an empty take', { ...onlySubject(stream, -1, newEvents(1)), takes: [toStream('ledger-1', -1, [])] }],
  ['a revision below -1', onlySubject(stream, -2, newEvents(1))],
  ['a revision that is no integer', onlySubject(stream, 0.5, newEvents(1))],
  ['an empty stream name', onlySubject('', -1, newEvents(1))],
  ['a system stream', onlySubject('$settings', -1, newEvents(1))],
  ['a stream name in Chinese', onlySubject('case-户', -1, newEvents(1))],
  ['an endless stream name', onlySubject('x'.repeat(201), -1, newEvents(1))],
  ['one id twice', onlySubject(stream, -1, Array<NewEvent>(2).fill(newEvent()))],
  ['one stream twice', { ...onlySubject(stream, -1, newEvents(1)), unchanged: [{ stream, revision: -1 }] }],
];

/** T13, T14: what is refused before anything is called, and without harm to the store. */
export function describeRefusals<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const bench = useBench(fixture);

  it.each(badEvents)('T13 NAM-03 an event with %s is refused', async (_name, part) => {
    const store = await bench.open();
    const decision = onlySubject(stream, -1, [newEvent(), { ...newEvent(), ...part }]);
    await expect(store.append(decision)).rejects.toThrow(BadEvent);
    expect(await readEverything(store)).toEqual([]);
  });

  it.each(badDecisions)('T13 a decision with %s is refused', async (_name, decision) => {
    const store = await bench.open();
    await expect(store.append(decision)).rejects.toThrow(BadEvent);
    expect(await readEverything(store)).toEqual([]);
  });

  it('T13 a message about bad data holds no data', async () => {
    const store = await bench.open();
    const refused = store.append(onlySubject(stream, -1, [newEvent({ name: '张三\ud840' })]));
    await expect(refused).rejects.toThrow(/^[^张]*\.name holds half a character[^张]*$/);
  });

  it.each([0, -1, 1.5, NaN])('T13 a limit of %d is refused', async (limit) => {
    const store = await bench.open();
    await expect(store.read(stream, { limit })).rejects.toThrow(BadRead);
    await expect(store.readAll({ limit })).rejects.toThrow(BadRead);
  });

  it('T13 an impossible stream name, revision or filter is refused', async () => {
    const store = await bench.open();
    await expect(store.read('')).rejects.toThrow(BadRead);
    await expect(store.read(stream, { fromRevision: -1 })).rejects.toThrow(BadRead);
    for (const streamPrefixes of [[], [''], ['$']]) {
      const first = store.subscribe({ streamPrefixes })[Symbol.asyncIterator]().next();
      await expect(first).rejects.toThrow(BadRead);
    }
  });

  it.each([
    ['one event', [newEvent({ text: 'x'.repeat(1024 * 1024) })]],
    ['the metadata of one event', [{ ...newEvent(), metadata: { text: 'x'.repeat(1024 * 1024) } }]],
    ['one event in Chinese', [newEvent({ text: '户'.repeat(350_000) })]],
    [
      'several events together',
      newEvents(3).map((event) => ({ ...event, data: { text: 'x'.repeat(400_000) } })),
    ],
  ])('T14 %s above the size limit is refused and the store stays usable', async (_name, events) => {
    const store = await bench.open();
    await expect(store.append(onlySubject(stream, -1, events))).rejects.toThrow(EventTooLarge);
    expect((await store.read(stream)).lastRevision).toBe(-1);
    expect((await fill(store, stream, 1)).lastRevision).toBe(0);
  });

  it('T14 an event just below the limit is stored whole', async () => {
    const store = await bench.open();
    const data = { text: 'x'.repeat(1024 * 1024 - 200) };
    await store.append(onlySubject(stream, -1, [newEvent(data)]));
    expect((await store.read(stream)).events).toMatchObject([{ data }]);
  });
}
