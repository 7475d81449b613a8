import { openSqlite, type SqliteDatabase } from '@yihu/sql';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StorePlace } from '../../contract';
import { openEmbeddedStore } from '../open-embedded-store';
import { killChild, startChild } from '@yihu/sql/testing';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

/** A folder with an embedded store, which the suite opens several times below the lock. */
export interface EmbeddedPlace extends StorePlace {
  readonly folder: string;
}

/** A new folder. */
export function createEmbeddedPlace(): EmbeddedPlace {
  const folder = temporaryFolder();
  return {
    folder,
    open: () => openEmbeddedStore({ folder, lock: false, pollIntervalMs: 20 }),
    remove: removeTemporaryFolders,
  };
}

/** Works on the file behind the store's back, with the triggers that forbid it out of the way. */
export function tamper({ folder }: EmbeddedPlace, work: (database: SqliteDatabase) => void): void {
  const database = openSqlite(join(folder, 'events.db'));
  database.exec('DROP TRIGGER events_are_not_deleted; DROP TRIGGER events_are_not_updated');
  work(database);
  database.close();
}

/** Lets a child append numbered decisions and kills it soon after the first; answers how many it acknowledged. */
export async function killWriter({ folder }: EmbeddedPlace, first: number): Promise<number> {
  const child = startChild(join(__dirname, 'crash-writer.child.ts'), [folder, String(first)]);
  let acknowledged = 0;
  child.on('message', () => (acknowledged += 1));
  await once(child, 'message');
  await sleep(Math.random() * 50);
  await killChild(child);
  return acknowledged;
}
