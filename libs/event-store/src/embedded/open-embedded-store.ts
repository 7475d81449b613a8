import { lockFolder, migrate, openSqlite, type SqliteDatabase } from '@yihu/sql';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AtomicEventStore } from '../event-store';
import { createEmbeddedStore } from './embedded-store';
import { withStoreErrors } from './failures';
import { eventMigrations } from './schema';

/** Where an embedded store lives, and how. */
export interface EmbeddedFolder {
  /** Created when missing; the events stand in its `events.db`. */
  readonly folder: string;
  /** Whether to take the folder's lock; true unless the caller holds it already, or a test opens below it. */
  readonly lock?: boolean;
  /** How long a commit of another connection may go unnoticed by subscriptions; 200 by default. */
  readonly pollIntervalMs?: number;
}

/**
 * Opens the store that needs no server: one SQLite file, written by one process, durable at each commit.
 *
 * Throws `FolderLocked` when another process works in the folder, `UnknownMigration` when a newer program
 * wrote it, `CorruptStore` when the file is no database, `StoreUnavailable` when it cannot be opened, and
 * the file system's own error when the folder cannot be created.
 */
export function openEmbeddedStore({
  folder,
  lock = true,
  pollIntervalMs = 200,
}: EmbeddedFolder): AtomicEventStore {
  mkdirSync(folder, { recursive: true });
  return withStoreErrors(() => {
    const folderLock = lock ? lockFolder(folder) : undefined;
    const onClosed = () => folderLock?.release();
    try {
      return createEmbeddedStore(openDatabase(folder), { pollIntervalMs, onClosed });
    } catch (error) {
      onClosed();
      throw error;
    }
  });
}

function openDatabase(folder: string): SqliteDatabase {
  const database = openSqlite(join(folder, 'events.db'));
  try {
    migrate(database, eventMigrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
