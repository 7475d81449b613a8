import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { openSqlite, sqliteFault } from '@yihu/sql';

/** SQLite keeps a log and its index beside a database; a log left behind would be read into the next database. */
const BESIDE = ['-wal', '-shm'];

/** Removes a database and all that belongs to it. Nothing happens when it does not exist. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(`${file}${suffix}`, { force: true });
}

/** Puts a closed database whose log is empty in the place of another, which nothing may have open. */
export function replaceDatabase(file: string, fresh: string): void {
  flushFile(fresh);
  removeLog(fresh);
  emptyLog(file);
  renameSync(fresh, file);
}

/** Moves the log into the database itself, so that the log can go without loss. */
export function emptyLog(file: string): void {
  if (!existsSync(file)) return removeLog(file);
  const database = openSqlite(file, { busyTimeoutMs: 100 });
  try {
    const [outcome] = database.prepare<{ busy: number }>('pragma wal_checkpoint(truncate)').all();
    if (outcome?.busy !== 0) throw new Error(`the database ${file} is in use`);
  } catch (error) {
    // A damaged database has nothing to save.
    if (sqliteFault(error) !== 'corrupt') throw error;
  } finally {
    database.close();
  }
  removeLog(file);
}

function removeLog(file: string): void {
  for (const suffix of BESIDE) rmSync(`${file}${suffix}`, { force: true });
}

function flushFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
