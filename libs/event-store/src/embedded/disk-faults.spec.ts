import { migrate, openSqlite, type SqliteDatabase } from '@yihu/sql';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crashDecision, crashStreams } from '../contract/crash-decision';
import { CorruptStore, OutcomeUnknown, StoreUnavailable } from '../errors';
import { createEmbeddedStore } from './embedded-store';
import { openEmbeddedStore } from './open-embedded-store';
import { eventMigrations } from './schema';
import type { BrokenDiskResult } from './testing/broken-disk-writer.child';
import { startChild } from '@yihu/sql/testing';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder';

/** A store whose connection the test can reach. */
function openWithDatabase(folder: string) {
  const database = openSqlite(join(folder, 'events.db'));
  migrate(database, eventMigrations);
  return { database, store: createEmbeddedStore(database, { pollIntervalMs: 200 }) };
}

/** Lets the file grow by so many pages and no more. */
function limitPages(database: SqliteDatabase, spare: number): void {
  const count = database.prepare<{ page_count: number }>('PRAGMA page_count').all()[0]?.page_count ?? 0;
  database.exec(`PRAGMA max_page_count = ${count + spare}`);
}

describe('A full disk', () => {
  afterAll(removeTemporaryFolders);

  it.each([0, 1, 2, 3, 5, 8])(
    'F4 refuses the write with %d pages to go, loses nothing, and recovers',
    async (spare) => {
      const { database, store } = openWithDatabase(temporaryFolder());
      await store.append(crashDecision(0));
      limitPages(database, spare);
      let number = 1;
      const fillUp = async () => {
        for (; ; number += 1) await store.append(crashDecision(number));
      };
      await expect(fillUp()).rejects.toThrow(StoreUnavailable);

      expect(store.failed).toBe(false);
      expect(await store.readAll({ limit: 1000 })).toHaveLength(number * 9);
      await expect(store.append(crashDecision(number))).rejects.toThrow(StoreUnavailable);
      limitPages(database, 1000);
      await store.append(crashDecision(number));
      expect(await store.readAll({ limit: 1000 })).toHaveLength((number + 1) * 9);
      await store.close();
    },
  );

  it('F4 stores nothing of a transaction that ran out of space, even when the work carries on', async () => {
    const { database, store } = openWithDatabase(temporaryFolder());
    limitPages(database, 3);
    let refused = 0;
    const act = () =>
      store.transact((transaction) => {
        for (let number = 0; number < 10; number += 1) {
          try {
            transaction.append(crashDecision(number));
          } catch {
            refused += 1;
          }
        }
      });
    expect(act).toThrow(StoreUnavailable);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(10);
    expect(store.commitCount).toBe(0);
    expect(await store.readAll({ limit: 1 })).toEqual([]);
    await store.close();
  });
});

describe('A failing COMMIT', () => {
  afterAll(removeTemporaryFolders);

  it('F5 leaves the outcome unknown and the store failed; the same decision settles it after a restart', async () => {
    const folder = temporaryFolder();
    const { database, store } = openWithDatabase(folder);
    await store.append(crashDecision(0));
    // A deferred foreign key is checked by COMMIT alone, which makes exactly that statement fail.
    database.exec(`
      CREATE TABLE accounts (id INTEGER PRIMARY KEY);
      CREATE TABLE debts (id INTEGER REFERENCES accounts DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER fail_commit AFTER INSERT ON events BEGIN INSERT INTO debts VALUES (1); END;
    `);
    await expect(store.append(crashDecision(1))).rejects.toThrow(OutcomeUnknown);
    expect(store.failed).toBe(true);
    expect(store.commitCount).toBe(1);
    await expect(store.append(crashDecision(1))).rejects.toThrow(StoreUnavailable);
    expect((await store.read(crashStreams(0)[1])).lastRevision).toBe(2);
    database.exec('DROP TRIGGER fail_commit');
    await store.close();

    const again = openEmbeddedStore({ folder });
    await again.append(crashDecision(1));
    expect(await again.readAll({ limit: 100 })).toHaveLength(18);
    await again.close();
  });

  it('F5 behaves so on a disk that really refuses to be written, and no acknowledged decision is lost', async () => {
    const folder = temporaryFolder();
    await openEmbeddedStore({ folder }).close();
    const writer = startChild(join(__dirname, 'testing/broken-disk-writer.child.ts'), [folder], {
      fileBlocksMax: 800,
    });
    const [result] = (await once(writer, 'message')) as [BrokenDiskResult];
    expect(result).toMatchObject({
      failure: 'outcome-unknown',
      failureAfterwards: 'store-unavailable',
      failed: true,
      readable: true,
    });
    expect(result.acknowledged).toBeGreaterThan(0);

    const store = openEmbeddedStore({ folder });
    await store.append(crashDecision(result.acknowledged));
    expect(await store.readAll({ limit: 100_000 })).toHaveLength((result.acknowledged + 1) * 9);
    await store.close();
  });
});

describe('A damaged file', () => {
  afterAll(removeTemporaryFolders);

  it('is corrupt for reads and appends alike, and ends all writing', async () => {
    const folder = temporaryFolder();
    const { database, store } = openWithDatabase(folder);
    for (let number = 0; number < 10; number += 1) await store.append(crashDecision(number));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    await store.close();
    overwriteTables(join(folder, 'events.db'));

    const damaged = openEmbeddedStore({ folder });
    await expect(damaged.read(crashStreams(1)[1])).rejects.toThrow(CorruptStore);
    await expect(damaged.append(crashDecision(10))).rejects.toThrow(CorruptStore);
    expect(damaged.failed).toBe(true);
    await expect(damaged.append(crashDecision(10))).rejects.toThrow(StoreUnavailable);
    await damaged.close();
  });
});

/** Spoils every page behind the first three, which hold the schema and the list of migrations. */
function overwriteTables(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 3 * 4096);
  writeFileSync(file, bytes);
}
