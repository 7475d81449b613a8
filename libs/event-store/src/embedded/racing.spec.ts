import { once } from 'node:events';
import { join } from 'node:path';
import { startChild } from '@yihu/sql/testing';
import { expectFairRace, type RaceResult } from '../contract/racing';
import { openEmbeddedStore } from './open-embedded-store';
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
    await expectFairRace(store, results, 8 * attempts);
    await store.close();
  });
});
