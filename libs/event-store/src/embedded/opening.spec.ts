import { FolderLocked, migrate, openSqlite, UnknownMigration } from '@yihu/sql';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptStore, StoreUnavailable } from '../errors';
import { openEmbeddedStore } from './open-embedded-store';
import { eventMigrations } from './schema';
import { killChild, startChild } from '@yihu/sql/testing';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder';

describe('openEmbeddedStore', () => {
  afterAll(removeTemporaryFolders);

  it('F27 lets one store at a time into a folder, and the next after close', async () => {
    const folder = join(temporaryFolder(), 'data');
    const store = openEmbeddedStore({ folder });
    expect(() => openEmbeddedStore({ folder })).toThrow(FolderLocked);
    await store.close();
    await store.close();
    await openEmbeddedStore({ folder }).close();
  });

  it('F27 refuses the folder of another process by name, and takes it after kill -9', async () => {
    const folder = temporaryFolder();
    const holder = startChild(join(__dirname, 'testing/crash-writer.child.ts'), [folder, '0']);
    await once(holder, 'message');
    expect(() => openEmbeddedStore({ folder })).toThrow(new FolderLocked(folder));
    await killChild(holder);
    const store = openEmbeddedStore({ folder });
    expect(await store.readAll({ limit: 9 })).toHaveLength(9);
    await store.close();
  });

  it('releases the lock when the file is no database or the work of a newer program', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'events.db');
    const database = openSqlite(file);
    migrate(database, [...eventMigrations, { name: 'newer', sql: 'CREATE TABLE newer (id INTEGER)' }]);
    database.close();
    expect(() => openEmbeddedStore({ folder })).toThrow(UnknownMigration);

    const damaged = temporaryFolder();
    writeFileSync(join(damaged, 'events.db'), 'this is not a database'.repeat(100));
    for (let time = 0; time < 2; time += 1) {
      expect(() => openEmbeddedStore({ folder: damaged })).toThrow(CorruptStore);
    }
  });

  it('is unavailable when the file cannot be opened, and lets the lock go', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'events.db'));
    for (let time = 0; time < 2; time += 1) {
      expect(() => openEmbeddedStore({ folder })).toThrow(StoreUnavailable);
    }
  });
});
