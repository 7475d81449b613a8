import { migrate, openSqlite } from '@yihu/sql';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill, newEvent, newEvents, onlySubject, takeEvents, toStream } from '../contract/samples';
import { BadPosition, CorruptStore } from '../errors';
import { createEmbeddedStore } from './embedded-store';
import { eventMigrations } from './schema';

/** A store whose connection the test can reach. */
function openMemoryStore(pollIntervalMs: number) {
  const database = openSqlite(':memory:');
  migrate(database, eventMigrations);
  return { database, store: createEmbeddedStore(database, { pollIntervalMs }) };
}

/** What only the embedded store promises, on top of the contract. */
describe('The embedded store', () => {
  const { database, store } = openMemoryStore(200);
  afterAll(() => store.close());

  it('names the subject when it and other streams moved on', async () => {
    for (const stream of ['ledger-1', 'case-1', 'claim-1', 'staff-1']) await fill(store, stream, 1);
    const stale = {
      takes: [toStream('ledger-1', -1, newEvents(1))],
      subject: toStream('case-1', -1, newEvents(1)),
      gives: [toStream('claim-1', -1, newEvents(1))],
      unchanged: [{ stream: 'staff-1', revision: -1 }],
    };
    await expect(store.append(stale)).rejects.toMatchObject({ stream: 'case-1' });
  });

  it('keeps data and metadata as the very text that was given', async () => {
    const event = { ...newEvent(), data: { z: '户', a: [1, { y: null, b: 2 }] }, metadata: { z: 1, a: 2 } };
    await store.append(onlySubject('case-2', -1, [event]));
    const rows = database.prepare('SELECT data, metadata FROM events WHERE id = ?').all(event.id);
    expect(rows).toEqual([{ data: '{"z":"户","a":[1,{"y":null,"b":2}]}', metadata: '{"z":1,"a":2}' }]);
  });

  it('forbids a change of what is stored', () => {
    expect(() => database.exec("UPDATE events SET data = '{}'")).toThrow('events are never updated');
    expect(() => database.exec('DELETE FROM events')).toThrow('events are never deleted');
  });

  it.each(['0', '007', '1e3', '0x1', '9007199254740993', '1:1'])('takes "%s" for no position', (position) => {
    expect(() => store.comparePositions(position, '1')).toThrow(BadPosition);
  });

  it('sends caught-up each time it reaches the end', async () => {
    const kinds: string[] = [];
    const subscription = store.subscribe({ streamPrefixes: ['case-3'] });
    for await (const { kind } of subscription) {
      kinds.push(kind);
      if (kinds.length === 4) subscription.stop();
      else if (kind === 'caught-up') await fill(store, 'case-3', 1);
    }
    expect(kinds).toEqual(['caught-up', 'event', 'caught-up', 'event']);
  });

  it('delivers its own commits, stops and closes at once, without waiting for the poll', async () => {
    const unhurried = openMemoryStore(60_000).store;
    const delivered = takeEvents(unhurried.subscribe({}), 1);
    const stopped = unhurried.subscribe({});
    const whileStopped = takeEvents(stopped, 2);
    const whileClosed = takeEvents(unhurried.subscribe({}), 2);
    await sleep(5);
    const { events } = await fill(unhurried, 'case-1', 1);
    expect(await delivered).toEqual(events);
    await sleep(5);
    stopped.stop();
    expect(await whileStopped).toEqual(events);
    await unhurried.close();
    expect(await whileClosed).toEqual(events);
  });

  it('notices an event that is gone from the total order', async () => {
    const damaged = openMemoryStore(200);
    await fill(damaged.store, 'case-1', 2);
    await fill(damaged.store, 'case-2', 1);
    damaged.database.exec('DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE position = 2');
    await expect(damaged.store.readAll({ limit: 9 })).rejects.toThrow(CorruptStore);
    await expect(takeEvents(damaged.store.subscribe({}), 3)).rejects.toThrow(CorruptStore);
    await damaged.store.close();
  });

  it('calls a row whose JSON is damaged corrupt', async () => {
    const damaged = openMemoryStore(200);
    await fill(damaged.store, 'case-1', 1);
    damaged.database.exec("DROP TRIGGER events_are_not_updated; UPDATE events SET data = '{'");
    await expect(damaged.store.read('case-1')).rejects.toThrow(CorruptStore);
    await damaged.store.close();
  });
});
