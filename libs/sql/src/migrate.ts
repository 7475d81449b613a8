import type { SqliteDatabase } from './database';
import { inTransaction } from './transaction';

/** One step of a schema. A shipped migration is never edited, renamed or moved: a change is a new one at the end. */
export interface Migration {
  readonly name: string;
  /** One or more SQL statements. */
  readonly sql: string;
}

/** The database was migrated by another (probably newer) program, so this one must not touch it. */
export class UnknownMigration extends Error {
  readonly code = 'unknown-migration';

  constructor(
    readonly applied: string,
    readonly expected: string | undefined,
  ) {
    super(
      `The database holds the migration "${applied}" where this program ` +
        (expected === undefined ? 'knows none.' : `expects "${expected}".`),
    );
    this.name = 'UnknownMigration';
  }
}

/**
 * Brings a database up to the last of `migrations`, all or nothing, and answers the names applied just now.
 *
 * The migrations already applied must be the first of the list in the same order, otherwise it throws
 * `UnknownMigration` and changes nothing.
 */
export function migrate(database: SqliteDatabase, migrations: readonly Migration[]): readonly string[] {
  return inTransaction(database, () => {
    database.exec(
      'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT',
    );
    const applied = database.prepare<{ name: string }>('SELECT name FROM migrations ORDER BY number').all();
    for (const [index, { name }] of applied.entries()) {
      const expected = migrations[index]?.name;
      if (name !== expected) throw new UnknownMigration(name, expected);
    }
    const missing = migrations.slice(applied.length);
    const remember = database.prepare('INSERT INTO migrations (name) VALUES (?)');
    for (const migration of missing) {
      database.exec(migration.sql);
      remember.run(migration.name);
    }
    return missing.map((migration) => migration.name);
  });
}
