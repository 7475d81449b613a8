import type Libsql from 'libsql';
import { types } from 'node:util';
import { connect } from './connect';
import { guardParameter } from './parameters';

/** How a file is opened. */
export interface SqliteOptions {
  /** How long a statement waits for another connection's lock before it fails as busy; 5000 by default. */
  readonly busyTimeoutMs?: number;
}

/** What a statement that returns no rows did. */
export interface SqliteChanges {
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

/**
 * A prepared statement. Every parameter passes `guardParameter`, so any value may be given and the
 * unbindable ones are refused with `BadParameter`. Blobs come back as `Buffer`. Integers beyond 2^53 - 1
 * come back rounded: store such numbers as text.
 */
export interface SqliteStatement<Row> {
  /** Whether the statement returns rows: use `all` or `iterate` then, and `run` otherwise. */
  readonly reader: boolean;
  run(...parameters: readonly unknown[]): SqliteChanges;
  all(...parameters: readonly unknown[]): Row[];
  /** Rows one by one. Finish one iteration before the same statement is used again: they share a cursor. */
  iterate(...parameters: readonly unknown[]): IterableIterator<Row>;
}

/** One connection to one SQLite file. */
export interface SqliteDatabase {
  /** Whether a transaction is open: SQLite ends one by itself after some faults. */
  readonly transactionOpen: boolean;
  prepare<Row = unknown>(sql: string): SqliteStatement<Row>;
  /** Runs one or more statements without parameters. */
  exec(sql: string): void;
  /** Closes the connection; a second call does nothing. */
  close(): void;
}

/**
 * Opens (or creates) an SQLite file in WAL mode, where a COMMIT that returned is on the disk.
 *
 * Throws `CannotOpen`. Failures of statements are libsql's own errors; `sqliteFault` tells their kind.
 */
export function openSqlite(file: string, options: SqliteOptions = {}): SqliteDatabase {
  const connection = connect(file);
  // The timeout comes first, since the change to WAL already needs a lock.
  connection.exec(`PRAGMA busy_timeout = ${Math.trunc(options.busyTimeoutMs ?? 5000)}`);
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  return {
    get transactionOpen() {
      return connection.inTransaction;
    },
    prepare: <Row>(sql: string) => guardStatement<Row>(connection.prepare(sql)),
    exec: (sql) => void connection.exec(sql),
    close: () => {
      if (connection.open) connection.close();
    },
  };
}

function guardStatement<Row>(statement: Libsql.Statement): SqliteStatement<Row> {
  // The parameters always go as one array: libsql takes a lone buffer or null for the array itself.
  return {
    reader: statement.reader,
    run: (...parameters) => statement.run(parameters.map(guardParameter)),
    all: (...parameters) => statement.all(parameters.map(guardParameter)).map((row) => withBuffers<Row>(row)),
    *iterate(...parameters) {
      for (const row of statement.iterate(parameters.map(guardParameter))) yield withBuffers<Row>(row);
    },
  };
}

/** libsql hands blobs out as ArrayBuffer, which no caller expects and which no Node API takes. */
function withBuffers<Row>(row: unknown): Row {
  const columns = row as Record<string, unknown>;
  for (const name in columns) {
    const value = columns[name];
    if (types.isArrayBuffer(value)) columns[name] = Buffer.from(value);
  }
  return columns as Row;
}
