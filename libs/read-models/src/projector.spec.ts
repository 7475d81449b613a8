import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '@yihu/event-store';
import { openSqlite } from '@yihu/sql';
import { findCase, listCases } from './case-queries';
import { timelineOfCase } from './case-timeline';
import { createProjector } from './projector';
import { alteredStore } from './testing/altered-store';
import { caseHistory, CLOSED, FIRST_PAID, SIGNED } from './testing/case-facts';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { record } from './testing/record';

const whole = (code: string) => caseHistory(code, 't', ...SIGNED, ...FIRST_PAID, ...CLOSED);

describe('the projector', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  it('goes on behind the last event after a restart', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
    const first = await folder.follow();
    expect(first.projector.stats()).toMatchObject({ state: 'live', eventCount: 1, failure: undefined });
    await first.stop();
    expect(first.projector.stats().state).toBe('stopped');
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED).slice(1));
    const second = await folder.follow();
    expect(second.projector.stats().eventCount).toBe(SIGNED.length);
    expect(await findCase(second.models.database, 'a')).toMatchObject({ stage: 'cadre-signed', revision: 4 });
  });

  it('takes many pages of events, each of many events', async () => {
    for (let number = 0; number < 100; number += 1)
      record(folder.store, `case-${number}`, ...whole(`HH${number}`));
    const { models, projector } = await folder.follow();
    expect((await listCases(models.database, { stage: 'closed' }, { limit: 1 })).total).toBe(100);
    expect(projector.stats().eventCount).toBe(100 * whole('x').length);
    expect(projector.stats().secondsProjecting).toBeGreaterThan(0);
  });

  it('follows streams of every kind, also those without rows', async () => {
    record(folder.store, 'claim-x', { type: 'Claimed', data: { by: 'household-1', reason: 'registered' } });
    const { projector } = await folder.follow();
    expect(await projector.waitFor('claim-x', 0, 5000)).toBe(true);
  });

  it('tells the time from recording to projection', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
    const models = folder.openModels();
    const [event] = await folder.store.readAll({ limit: 1 });
    const recordedMs = Date.parse(String(event!.metadata['recordedAt']));
    const projector = createProjector({
      store: folder.store,
      readModels: models,
      now: () => recordedMs + 1500,
    });
    await projector.start();
    await projector.caughtUp();
    expect(projector.stats().lagMs).toBe(1500);
    await projector.stop();
  });

  it('starts once', async () => {
    const { projector, stop } = await folder.follow();
    await expect(projector.start()).rejects.toThrow('starts once');
    await stop();
    await expect(projector.start()).rejects.toThrow('starts once');
  });

  describe('waitFor', () => {
    it('answers at once for what is projected, and waits for what comes', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      const { models, projector } = await folder.follow();
      expect(await projector.waitFor('case-a', 0, 0)).toBe(true);
      const waiting = projector.waitFor('case-a', 4, 5000);
      const revision = record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED).slice(1));
      expect(revision).toBe(4);
      expect(await waiting).toBe(true);
      expect(await findCase(models.database, 'a')).toMatchObject({ revision: 4 });
    });

    it('gives up after the timeout, and when the projector stops', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      const { projector, stop } = await folder.follow();
      expect(await projector.waitFor('case-a', 1, 20)).toBe(false);
      expect(await projector.waitFor('case-never', 0, 20)).toBe(false);
      const waiting = projector.waitFor('case-a', 1, 60_000);
      await pause(5);
      await stop();
      expect(await waiting).toBe(false);
    });

    it('answers hundreds of writers in the order of their own decisions', async () => {
      const { models, projector } = await folder.follow();
      const writers = Array.from({ length: 300 }, async (_unused, number) => {
        const last = record(folder.store, `case-${number}`, ...caseHistory(`HH${number}`, 't', ...SIGNED));
        expect(await projector.waitFor(`case-${number}`, last, 10_000)).toBe(true);
        expect(await findCase(models.database, String(number))).toMatchObject({ stage: 'cadre-signed' });
      });
      await Promise.all(writers);
    });
  });

  describe('when the read models fail', () => {
    it('stores nothing of a page that broke in the middle, and all of it once afterwards (F2)', async () => {
      record(folder.store, 'case-a', ...whole('HH0001'));
      record(folder.store, 'case-b', ...whole('HH0002'));
      const models = folder.openModels();
      // The rows of the cases are written before this table, so the page breaks behind them.
      models.writer.exec(`create trigger broken before insert on stream_revisions when new.stream = 'case-b'
        begin select raise(abort, 'the disk is gone'); end`);
      const errors: unknown[] = [];
      const projector = createProjector({
        store: folder.store,
        readModels: models,
        onError: (error) => errors.push(error),
      });
      await projector.start();
      for (let tries = 0; errors.length === 0 && tries < 1000; tries += 1) await pause(5);
      expect(errors).not.toEqual([]);
      expect(projector.stats()).toMatchObject({
        state: 'failing',
        failure: expect.stringContaining('the disk is gone'),
      });
      const probe = openSqlite(folder.file);
      for (const table of [
        'case_list',
        'case_timeline',
        'stream_revisions',
        'checkpoint',
        'parked_streams',
      ]) {
        expect([table, probe.prepare(`select * from ${table}`).all()]).toEqual([table, []]);
      }
      probe.close();

      models.writer.exec('drop trigger broken');
      await projector.caughtUp();
      expect(projector.stats()).toMatchObject({
        state: 'live',
        failure: undefined,
        eventCount: 2 * whole('x').length,
      });
      for (const caseId of ['a', 'b']) {
        expect(await findCase(models.database, caseId)).toMatchObject({ stage: 'closed' });
        expect(await timelineOfCase(models.database, caseId, { limit: 99 })).toHaveLength(whole('x').length);
      }
      await projector.stop();
    });
  });

  describe('when the store fails', () => {
    it('subscribes again behind its own checkpoint', async () => {
      for (let number = 0; number < 20; number += 1)
        record(folder.store, `case-${number}`, ...whole(`HH${number}`));
      let failuresLeft = 3;
      const failing = alteredStore(folder.store, async function* (messages) {
        let count = 0;
        for await (const message of messages) {
          if ((count += 1) > 50 && failuresLeft > 0) {
            failuresLeft -= 1;
            throw new Error('the connection is gone');
          }
          yield message;
        }
      });
      const { models, projector, errors } = await folder.follow(failing);
      expect(errors).toHaveLength(3);
      expect(projector.stats().eventCount).toBe(20 * whole('x').length);
      expect((await listCases(models.database, { stage: 'closed' }, { limit: 1 })).total).toBe(20);
    });

    it('takes a subscription that ends by itself for a failure', async () => {
      record(folder.store, 'case-a', ...whole('HH0001'));
      let first = true;
      const ending = alteredStore(folder.store, async function* (messages) {
        for await (const message of messages) {
          if (message.kind === 'caught-up' && first) {
            first = false;
            return;
          }
          yield message;
        }
      });
      const { errors } = await folder.follow(ending);
      expect(errors).toEqual([
        expect.objectContaining({ message: expect.stringContaining('ended by itself') }),
      ]);
    });

    it('refuses to start when it cannot be read', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      await (await folder.follow()).stop();
      const models = folder.openModels();
      const projector = createProjector({ store: folder.store, readModels: models });
      await folder.store.close();
      await expect(projector.start()).rejects.toMatchObject({ code: 'store-unavailable' });
    });
  });

  describe('when the store is another copy', () => {
    const events = async (other: TestFolder): Promise<readonly StoredEvent[]> =>
      other.store.readAll({ limit: 99 });

    it.each([
      ['a restored older copy', 0],
      ['a restored copy that went another way', 3],
    ])('refuses to follow %s', async (_what, copiedCount) => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED));
      await (await folder.follow()).stop();
      const other = openTestFolder();
      try {
        if (copiedCount > 0) record(other.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED));
        const models = folder.openModels();
        const projector = createProjector({ store: other.store, readModels: models });
        await expect(projector.start()).rejects.toMatchObject({
          name: 'StoreMismatch',
          message: expect.stringMatching(/Rebuild the read models/),
          cause: { code: 'position-mismatch' },
        });
        expect(await events(other)).not.toEqual(await events(folder));
        await projector.stop();
      } finally {
        await other.close();
      }
    });
  });
});
