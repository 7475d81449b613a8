import { createHash } from 'node:crypto';
import { inTransaction, migrate, UnknownMigration, type SqliteDatabase } from '@yihu/sql';
import { createIndexesSql, createTableSql } from './table';
import { allTables } from './tables';

/** Raise it when a projection changes while its tables stay the same, so that every file is filled anew. */
const PROJECTION_VERSION = 3;

const sql = [...allTables.map(createTableSql), ...allTables.map(createIndexesSql)].join('\n');

/** Names the tables and the projections that filled them. */
export const schemaVersion = `read-models-${PROJECTION_VERSION}-${createHash('sha256').update(sql).digest('hex').slice(0, 12)}`;

/**
 * Makes the tables. A file of another version is emptied first, for rows that are derived are filled again and
 * never migrated. Answers whether that happened.
 */
export function createSchema(database: SqliteDatabase): 'kept' | 'created' | 'emptied' {
  const migrations = [{ name: schemaVersion, sql }];
  try {
    return migrate(database, migrations).length > 0 ? 'created' : 'kept';
  } catch (error) {
    if (!(error instanceof UnknownMigration)) throw error;
  }
  inTransaction(database, () => dropAllTables(database));
  migrate(database, migrations);
  return 'emptied';
}

/** The version of an open file, or undefined when it holds no read models. */
export function schemaVersionOf(database: SqliteDatabase): string | undefined {
  const exists = database.prepare("select 1 from sqlite_master where name = 'migrations'").all().length > 0;
  if (!exists) return undefined;
  return database
    .prepare<{ name: string }>('select name from migrations order by number desc limit 1')
    .all()[0]?.name;
}

function dropAllTables(database: SqliteDatabase): void {
  const tables = database
    .prepare<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!'",
    )
    .all();
  for (const { name } of tables) database.exec(`drop table "${name}"`);
}
