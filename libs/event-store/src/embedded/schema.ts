import type { Migration } from '@yihu/sql';

/**
 * The table of events. `position` is the rowid: SQLite gives each row one more than the largest, and as
 * nothing is ever deleted, positions rise by one without a gap. The two triggers keep it so against a slip
 * of the hand in a database shell; whoever means it can drop them, which the hash chain will show.
 */
export const eventMigrations: readonly Migration[] = [
  {
    name: 'events',
    sql: `
      CREATE TABLE events (
        position INTEGER PRIMARY KEY,
        stream TEXT NOT NULL,
        revision INTEGER NOT NULL,
        id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        data TEXT NOT NULL,
        metadata TEXT NOT NULL,
        UNIQUE (stream, revision)
      ) STRICT;
      CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never updated'); END;
      CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
    `,
  },
];
