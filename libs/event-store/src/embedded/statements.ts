import type { SqliteDatabase } from '@yihu/sql';

/** A row of the table of events. */
export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** Where one event stands. */
export type EventPlace = Pick<EventRow, 'position' | 'stream' | 'revision' | 'id'>;

/** The statements of the store, prepared once since preparing costs as much as running. */
export type Statements = ReturnType<typeof prepareStatements>;

/** Prepares every statement of the store on one connection. */
export function prepareStatements(database: SqliteDatabase) {
  return {
    insert: database.prepare(
      'INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    head: database.prepare<{ head: number | null }>(
      'SELECT max(revision) AS head FROM events WHERE stream = ?',
    ),
    forwards: database.prepare<EventRow>(
      'SELECT * FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    ),
    backwards: database.prepare<EventRow>(
      'SELECT * FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision DESC',
    ),
    places: database.prepare<EventPlace>(
      'SELECT position, stream, revision, id FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    ),
    placeOfId: database.prepare<EventPlace>('SELECT position, stream, revision, id FROM events WHERE id = ?'),
    idAtPosition: database.prepare<{ id: string }>('SELECT id FROM events WHERE position = ?'),
    page: database.prepare<EventRow>('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?'),
    lastRecordedAt: database.prepare<{ recordedAt: string | null }>(
      "SELECT metadata ->> 'recordedAt' AS recordedAt FROM events ORDER BY position DESC LIMIT 1",
    ),
    savepoint: database.prepare('SAVEPOINT decision'),
    undoSavepoint: database.prepare('ROLLBACK TO decision'),
    releaseSavepoint: database.prepare('RELEASE decision'),
  };
}

/** The revision of a stream's last event; -1 when there is none. */
export function headOf(statements: Statements, stream: string): number {
  return statements.head.all(stream)[0]?.head ?? -1;
}
