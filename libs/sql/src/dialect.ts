import { SqliteDialect } from 'kysely';
import type { SqliteDatabase } from './database';

/**
 * Kysely over the guarded driver: `new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(file)) })`.
 *
 * There is one connection, so a query on the outer Kysely object inside `transaction().execute()` waits for
 * ever for that transaction to end: pass the transaction object on. `destroy()` closes the database.
 */
export function sqliteDialect(database: SqliteDatabase): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        return {
          reader: statement.reader,
          run: (parameters) => statement.run(...parameters),
          all: (parameters) => statement.all(...parameters),
          iterate: (parameters) => statement.iterate(...parameters),
        };
      },
    },
  });
}
