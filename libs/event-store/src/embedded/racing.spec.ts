import { once } from 'node:events';
import { join } from 'node:path';
import { openEmbeddedStore } from './open-embedded-store';
import type { RaceResult } from './testing/racing-writers.child';
import { startChild } from '@yihu/sql/testing';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder';

const attempts = process.env['YIHU_LONG'] ? 1000 : 200;

describe('Writers below the lock', () => {
  afterAll(removeTemporaryFolders);

  it(`EVT-10 F27 eight connections of two processes make ${attempts} attempts each: stored = success, no gaps`, async () => {
    const folder = temporaryFolder();
    await openEmbeddedStore({ folder }).close();
    const children = [1, 2].map(() =>
      startChild(join(__dirname, 'testing/racing-writers.child.ts'), [folder, '4', String(attempts)]),
    );
    const messages = await Promise.all(children.map((child) => once(child, 'message')));
    const results = messages.map(([result]) => result as RaceResult);

    const store = openEmbeddedStore({ folder });
    const { events } = await store.read('case-race');
    await store.close();
    expect(new Set(events.map((event) => event.id))).toEqual(
      new Set(results.flatMap((result) => result.storedIds)),
    );
    expect(events.map((event) => event.revision)).toEqual([...events.keys()]);
    const conflictCount = results.reduce((sum, result) => sum + result.conflictCount, 0);
    expect(conflictCount).toBeGreaterThan(0);
    expect(events.length + conflictCount).toBe(8 * attempts);
  });
});
