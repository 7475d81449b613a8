import { OutcomeUnknown, StoreNotLocked, StoreUnavailable } from '../errors';
import type { EventStore } from '../event-store';
import { fill, idsOf, newEvents, onlySubject, takeEvents, takeStored, toStream } from '../contract/samples';
import { openEventStoreDb } from './open-eventstoredb-store';
import { createServerPlace, type ServerPlace } from './testing/server-place';
import type { Fault } from './testing/faults';
import { startTestServer } from './testing/test-server';

const TIMEOUT_MS = 200;
const stream = 'case-2024-h1';
let place: ServerPlace;
let store: EventStore;

beforeEach(async () => {
  place = await createServerPlace();
  store = await openStore();
});

afterEach(async () => {
  await store.close();
  await place.remove();
});

const openStore = (callTimeoutMs = TIMEOUT_MS, budgetMs = 3 * TIMEOUT_MS) =>
  openEventStoreDb({ url: place.server.url, callTimeoutMs, budgetMs });

const unknownOnce: readonly (readonly [string, Fault])[] = [
  ['silence before the commit', { kind: 'silence', commits: false }],
  ['silence after the commit', { kind: 'silence', commits: true }],
  ['a connection lost before the commit', { kind: 'drop', commits: false }],
  ['a connection lost after the commit', { kind: 'drop', commits: true }],
  ['a timeout of the server before the commit', { kind: 'timeout', commits: false }],
  ['a timeout of the server after the commit', { kind: 'timeout', commits: true }],
  ['an end without an answer before the commit', { kind: 'half-closed', commits: false }],
  ['an end without an answer after the commit', { kind: 'half-closed', commits: true }],
  ['an answer that comes too late', { kind: 'slow', delayMs: 3 * TIMEOUT_MS }],
  ['W33 a server that is not ready', { kind: 'not-ready' }],
];

it.each(unknownOnce)(
  'W31 W32 after %s the same bytes are sent again, and stand there once',
  async (_name, fault) => {
    place.server.script.add({ on: 'append', fault });
    const decision = onlySubject(stream, -1, newEvents(3));
    const first = await store.append(decision);
    expect(first.streams).toMatchObject([{ firstRevision: 0, lastRevision: 2 }]);
    expect(idsOf((await store.read(stream)).events)).toEqual(idsOf(decision.subject.events));
    expect(await store.append(decision)).toEqual(first);
    expect(idsOf((await store.read(stream)).events)).toEqual(idsOf(decision.subject.events));
  },
);

it.each(unknownOnce.filter(([, { kind }]) => kind !== 'not-ready' && kind !== 'slow'))(
  'W31 W32 %s that lasts leaves the outcome unknown, and the same decision settles it later',
  async (_name, fault) => {
    place.server.script.add({ on: 'append', times: 1000, fault });
    const decision = onlySubject(stream, -1, newEvents(2));
    await expect(store.append(decision)).rejects.toThrow(OutcomeUnknown);
    place.server.script.clear();
    expect((await store.append(decision)).streams).toMatchObject([{ lastRevision: 1 }]);
    expect((await store.read(stream)).events).toHaveLength(2);
  },
);

it.each([
  ['is not ready', { kind: 'not-ready' }],
  ['denies access', { kind: 'access-denied' }],
  ['does not know the password', { kind: 'unauthenticated' }],
] as const)(
  'a take that is stored before a server %s is an unknown outcome, not nothing',
  async (_name, fault) => {
    place.server.script.add({ on: 'append', streamPrefix: 'case-', times: 1000, fault });
    const decision = {
      ...onlySubject(stream, -1, newEvents(1)),
      takes: [toStream('ledger-1', -1, newEvents(1))],
    };
    await expect(store.append(decision)).rejects.toThrow(OutcomeUnknown);
    place.server.script.clear();
    expect((await store.append(decision)).streams).toMatchObject([{ lastRevision: 0 }, { lastRevision: 0 }]);
  },
);

it('a lost answer, and then a refusal, is an unknown outcome', async () => {
  place.server.script.add(
    { on: 'append', fault: { kind: 'silence', commits: true } },
    { on: 'append', times: 1000, fault: { kind: 'access-denied' } },
  );
  await expect(store.append(onlySubject(stream, -1, newEvents(1)))).rejects.toThrow(OutcomeUnknown);
});

it('an append that cannot be read back after a repeat is an unknown outcome', async () => {
  place.server.script.add(
    { on: 'append', fault: { kind: 'silence', commits: true } },
    { on: 'read', times: 1000, fault: { kind: 'not-ready' } },
  );
  await expect(store.append(onlySubject(stream, -1, newEvents(1)))).rejects.toThrow(OutcomeUnknown);
});

it('a stream that somebody tombstoned stops neither the total order nor a subscription', async () => {
  const { events } = await fill(store, stream, 2);
  await fill(store, 'case-2024-h2', 1);
  place.server.log.tombstone('case-2024-h2');
  const more = await fill(store, 'case-2024-h3', 1);
  const streams = (await store.readAll({ limit: 99 })).map((event) => event.stream);
  expect(streams).toEqual([
    ...events.map((event) => event.stream),
    'case-2024-h2',
    ...more.events.map((event) => event.stream),
  ]);
  expect((await takeStored(store.subscribe({}))).map((event) => event.stream)).toEqual(streams);
});

it.each(['throwOnAppendFailure=false', 'tls=false&throwOnAppendFailure=false'])(
  'an address with %s is not used',
  async (parameters) => {
    const url = `${place.server.url.replace(/\?.*/, '')}?${parameters}`;
    await expect(openEventStoreDb({ url })).rejects.toThrow(StoreUnavailable);
  },
);

it('W33 a server that never gets ready is unavailable: nothing was stored', async () => {
  place.server.script.add({ on: 'append', times: 1000, fault: { kind: 'not-ready' } });
  await expect(store.append(onlySubject(stream, -1, newEvents(1)))).rejects.toThrow(StoreUnavailable);
  place.server.script.clear();
  expect((await store.read(stream)).lastRevision).toBe(-1);
});

it.each([
  ['silence', { kind: 'silence', commits: false }],
  ['a lost connection', { kind: 'drop', commits: false }],
  ['a server that is not ready', { kind: 'not-ready' }],
  ['a slow answer', { kind: 'slow', delayMs: 3 * TIMEOUT_MS }],
] as const)('W31 a read that meets %s is asked again, and fails when it lasts', async (_name, fault) => {
  const { events } = await fill(store, stream, 2);
  place.server.script.add({ on: 'read', fault }, { on: 'read-all', fault });
  expect((await store.read(stream)).events).toEqual(events);
  expect(await store.readAll({ limit: 9 })).toEqual(events);
  place.server.script.add({ on: 'read', times: 1000, fault });
  await expect(store.read(stream)).rejects.toThrow(StoreUnavailable);
  place.server.script.clear();
  expect((await store.read(stream)).events).toEqual(events);
});

it('W34 twenty appends under way when the connection breaks are all settled, and reads go on', async () => {
  const wide = await openStore(2000, 6000);
  place.server.script.add({ on: 'append', times: 20, fault: { kind: 'slow', delayMs: 100 } });
  const decisions = Array.from({ length: 20 }, (_, index) => onlySubject(`case-${index}`, -1, newEvents(2)));
  const running = decisions.map((decision) => wide.append(decision));
  setTimeout(() => place.server.dropAll(), 50);
  await Promise.all(running);
  for (const { subject } of decisions) {
    expect(idsOf((await wide.read(subject.stream)).events)).toEqual(idsOf(subject.events));
  }
  await wide.close();
});

it('W35 after a not-leader answer the next attempt goes to the node that it names', async () => {
  const leader = await startTestServer({ file: `${place.file}-leader` });
  try {
    place.server.script.add({
      on: 'append',
      times: 1000,
      fault: { kind: 'not-leader', host: '127.0.0.1', port: leader.port },
    });
    await store.append(onlySubject(stream, -1, newEvents(1)));
    expect(leader.log.read(stream)).toHaveLength(1);
    expect(place.server.log.read(stream)).toBe('missing');
  } finally {
    await leader.stop();
  }
});

it.each([
  ['an access denied', { kind: 'access-denied' }],
  ['a wrong password', { kind: 'unauthenticated' }],
] as const)('W36 %s is said once and not tried again; later calls work', async (_name, fault) => {
  place.server.script.add({ on: 'append', fault });
  await expect(store.append(onlySubject(stream, -1, newEvents(1)))).rejects.toThrow(StoreUnavailable);
  expect((await store.append(onlySubject(stream, -1, newEvents(1)))).streams).toMatchObject([
    { lastRevision: 0 },
  ]);
});

it('W36 W37 nothing ever asks for features or takes the batch path', async () => {
  const always: Fault = { kind: 'silence', commits: false };
  place.server.script.add(
    { on: 'features', times: 9, fault: always },
    { on: 'batch', times: 9, fault: always },
  );
  await fill(store, stream, 2);
  expect((await store.read(stream)).lastRevision).toBe(1);
});

it.each([
  ['silence', { kind: 'silence', commits: false }],
  ['a lost connection', { kind: 'drop', commits: false }],
  ['an end as if all was well', { kind: 'half-closed', commits: false }],
  ['a server that is not ready', { kind: 'not-ready' }],
] as const)('W31 a subscription that meets %s is one error, and another begins', async (_name, fault) => {
  const { events } = await fill(store, stream, 2);
  place.server.script.add({ on: 'subscribe', fault });
  await expect(takeEvents(store.subscribe({}), 2)).rejects.toThrow(StoreUnavailable);
  expect(await takeStored(store.subscribe({}))).toEqual(events);
});

it('T25 a consumer that the server found too slow goes on where it was', async () => {
  const { events } = await fill(store, stream, 50);
  place.server.script.add({ on: 'subscribe', fault: { kind: 'too-slow', afterEvents: 20 } });
  expect(await takeEvents(store.subscribe({}), 50)).toEqual(events);
});

it('a server that lets users delete streams is not used', async () => {
  const open = await startTestServer({ file: `${place.file}-open`, isLocked: false });
  try {
    await expect(openEventStoreDb({ url: open.url })).rejects.toThrow(StoreNotLocked);
  } finally {
    await open.stop();
  }
});

it('a server that is not there is unavailable, in time', async () => {
  const { url } = place.server;
  await place.server.stop();
  await expect(openEventStoreDb({ url, callTimeoutMs: 100, budgetMs: 200 })).rejects.toThrow(
    StoreUnavailable,
  );
  place.server = await startTestServer({ file: place.file });
});

it('what is left open at a server that says nothing is ended by the client', async () => {
  place.server.script.add({ on: 'append', times: 3, fault: { kind: 'silence', commits: false } });
  place.server.script.add({ on: 'read', times: 3, fault: { kind: 'silence', commits: false } });
  await Promise.allSettled([store.append(onlySubject(stream, -1, newEvents(1))), store.read(stream)]);
  await store.close();
  while (place.server.openCalls() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});
