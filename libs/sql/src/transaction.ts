import type { SqliteDatabase } from './database';

/**
 * Runs `work` in one transaction that holds the write lock from its start, and answers what `work` answers.
 *
 * `work` is synchronous: whatever it awaited would run outside. When it throws, or when COMMIT fails, the
 * transaction is rolled back and the error passed on.
 */
export function inTransaction<T>(database: SqliteDatabase, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/**
 * Ends an open transaction, if there is one, without storing anything.
 *
 * It never throws: it is called while another error is on its way, which is the one to report, and a
 * transaction that cannot be rolled back now is undone by SQLite when the file is next opened.
 */
export function rollBack(database: SqliteDatabase): void {
  try {
    if (database.transactionOpen) database.exec('ROLLBACK');
  } catch {
    // The next BEGIN on this connection fails and says so.
  }
}
