import { openSqlite, sqliteDialect, type SqliteDatabase } from '@yihu/sql';
import { Kysely } from 'kysely';
import { createSchema } from './schema';
import type { ReadModelDatabase, ReadModelTables } from './tables';

/** Open read models. */
export interface ReadModels {
  readonly file: string;
  /** For queries. It has a connection of its own, so a query never waits for a page that is being written. */
  readonly database: ReadModelDatabase;
  /** For the one projector. */
  readonly writer: SqliteDatabase;
  /** A file of another version was emptied when it was opened: it is filled again from the first event. */
  readonly emptied: boolean;
  close(): Promise<void>;
}

/** Opens the read models in a file, creating it when missing and emptying it when another version made it. */
export function openReadModels({ file }: { readonly file: string }): ReadModels {
  const writer = openSqlite(file);
  // 32 MiB: rows of a page lie all over the tables, and SQLite's own 2 MiB would read most of them again.
  writer.exec('pragma cache_size = -32768');
  // A power cut may take back the last pages, whole and with their checkpoint: they are projected again. The
  // events are what must be on the disk, so waiting for it twice a command would buy nothing.
  writer.exec('pragma synchronous = normal');
  const emptied = createSchema(writer) === 'emptied';
  const database = new Kysely<ReadModelTables>({ dialect: sqliteDialect(openSqlite(file)) });
  return {
    file,
    database,
    writer,
    emptied,
    async close() {
      await database.destroy();
      writer.close();
    },
  };
}
