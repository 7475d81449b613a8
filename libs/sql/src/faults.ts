/** A file could not be opened as a database: the folder is missing, or the process may not read or write it. */
export class CannotOpen extends Error {
  readonly code = 'cannot-open';

  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(`The database ${file} cannot be opened.`, { cause });
    this.name = 'CannotOpen';
  }
}

/**
 * The kinds of SQLite failure that callers treat differently.
 *
 * `unique`: a unique index or primary key refused a row. `constraint`: any other constraint. `busy`: another
 * connection holds the lock. `full`: no space left. `io`: the disk or the file cannot be read or written.
 * `corrupt`: the file is damaged or is no database. `other`: a mistake in the SQL or in its use.
 */
export type SqliteFault = 'unique' | 'constraint' | 'busy' | 'full' | 'io' | 'corrupt' | 'other';

// SQLite's extended codes for UNIQUE, PRIMARY KEY and rowid.
const uniqueCodes: ReadonlySet<number> = new Set([2067, 1555, 2579]);

// The last byte of a code is its family, see https://sqlite.org/rescode.html.
const faultByFamily: ReadonlyMap<number, SqliteFault> = new Map([
  [5, 'busy'], // SQLITE_BUSY
  [6, 'busy'], // SQLITE_LOCKED
  [8, 'io'], // SQLITE_READONLY
  [10, 'io'], // SQLITE_IOERR
  [11, 'corrupt'], // SQLITE_CORRUPT
  [13, 'full'], // SQLITE_FULL
  [14, 'io'], // SQLITE_CANTOPEN
  [15, 'io'], // SQLITE_PROTOCOL
  [19, 'constraint'], // SQLITE_CONSTRAINT
  [26, 'corrupt'], // SQLITE_NOTADB
]);

/** Tells the kind of a failure of this driver, or `undefined` for an error that comes from elsewhere. */
export function sqliteFault(error: unknown): SqliteFault | undefined {
  if (error instanceof CannotOpen) return 'io';
  // The numeric code is used because libsql names only some of the extended codes.
  if (typeof error !== 'object' || error === null || !('rawCode' in error)) return undefined;
  if (typeof error.rawCode !== 'number') return undefined;
  if (uniqueCodes.has(error.rawCode)) return 'unique';
  return faultByFamily.get(error.rawCode & 0xff) ?? 'other';
}
