import { DummyDriver, Kysely, SqliteAdapter, SqliteQueryCompiler, sql, type RawBuilder } from 'kysely';
import type { Table } from './table';

// It only writes SQL: the projector prepares its few statements once and runs them itself.
const compiler = new Kysely<object>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: () => {
      throw new Error('the compiler of statements has no database to look into');
    },
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Finds one row by its key. */
export function loadSql({ name, key }: Table<object>): string {
  const conditions = key.map((column) => sql`${sql.ref(column)} = ${''}`);
  return textOf(sql`select * from ${sql.table(name)} where ${sql.join(conditions, sql` and `)}`);
}

/** All rows in the order of the key. */
export function orderedSql({ name, key }: Table<object>): string {
  return textOf(
    sql`select * from ${sql.table(name)} order by ${sql.join(key.map((column) => sql.ref(column)))}`,
  );
}

/** Stores one row, new or changed. The parameters are the columns in the table's order. */
export function saveSql({ name, key, columnNames, appendOnly }: Table<object>): string {
  const columns = sql.join(columnNames.map((column) => sql.ref(column)));
  const values = sql.join(columnNames.map(() => sql`${''}`));
  const keyColumns = sql.join(key.map((column) => sql.ref(column)));
  const others = columnNames.filter((column) => !key.includes(column));
  const settings = sql.join(
    others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  );
  const change = appendOnly ? sql`nothing` : sql`update set ${settings}`;
  return textOf(sql`
    insert into ${sql.table(name)} (${columns}) values (${values})
    on conflict (${keyColumns}) do ${change}`);
}

/** Changes some columns of a row that is there. The parameters are those columns and then the key. */
export function changeSql({ name, key }: Table<object>, columns: readonly string[]): string {
  const settings = columns.map((column) => sql`${sql.ref(column)} = ${''}`);
  const conditions = key.map((column) => sql`${sql.ref(column)} = ${''}`);
  return textOf(
    sql`update ${sql.table(name)} set ${sql.join(settings)} where ${sql.join(conditions, sql` and `)}`,
  );
}

function textOf(statement: RawBuilder<unknown>): string {
  return statement.compile(compiler).sql;
}
