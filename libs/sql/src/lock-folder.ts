import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from './connect';
import { sqliteFault } from './faults';

/** Another process, or another part of this one, works in the folder. */
export class FolderLocked extends Error {
  readonly code = 'folder-locked';

  constructor(readonly folder: string) {
    super(`The folder ${folder} is in use by another process.`);
    this.name = 'FolderLocked';
  }
}

/** A held lock. */
export interface FolderLock {
  /** Lets the next one in; a second call does nothing. */
  release(): void;
}

/**
 * Takes a folder for this process alone, creating it when missing, or throws `FolderLocked` at once.
 * Throws `CannotOpen` when the folder cannot be written.
 *
 * The lock is an exclusive transaction that stays open on `lock.db`. The kernel drops it when the process
 * dies, however it dies, so no stale lock is ever left to clean up. For the same reason nothing in the
 * holding process may open and close `lock.db` as a file (to copy it, say): POSIX drops the lock with it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const connection = connect(join(folder, 'lock.db'));
  try {
    // Only `exec` is used: a prepared statement would keep the file open after `close` until it is collected.
    connection.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    throw sqliteFault(error) === 'busy' ? new FolderLocked(folder) : error;
  }
  return {
    release: () => {
      if (connection.open) connection.close();
    },
  };
}
