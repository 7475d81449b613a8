/** A column and, as a type only, the values it holds. */
export interface Column<Value> {
  readonly type: 'text' | 'integer';
  readonly nullable: boolean;
  /** Never set: it carries the type. */
  readonly value?: Value;
}

/** Text, or text of a few known words: `textOf<Stage>()`. */
export const text: Column<string> = { type: 'text', nullable: false };
export const textOf = <Value extends string>(): Column<Value> => ({ type: 'text', nullable: false });
export const integer: Column<number> = { type: 'integer', nullable: false };
/** Databases disagree about booleans, so a flag is 0 or 1. */
export const flag: Column<0 | 1> = { type: 'integer', nullable: false };
export const orNull = <Value>(column: Column<Value>): Column<Value | null> => ({
  type: column.type,
  nullable: true,
});

type Columns = Readonly<Record<string, Column<unknown>>>;

type RowFrom<Of extends Columns> = {
  readonly [Name in keyof Of]: Of[Name] extends Column<infer Value> ? Value : never;
};

/**
 * A table of a read model. Its SQL, its row type and the check of its rows all come from here. Column names are
 * the row's property names (quoted in SQL), so that no row is renamed on its way to a screen.
 */
export interface Table<Row extends object> {
  readonly name: string;
  readonly columns: Columns;
  readonly columnNames: readonly string[];
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  /** Rows are only ever added, so none is kept in memory once it is stored. */
  readonly appendOnly: boolean;
  /** There are so few rows that all are kept in memory, and asking for one that is not there costs nothing. */
  readonly small: boolean;
  /** Never set: it carries the type. */
  readonly row?: Row;
}

/** The row type of a table: `RowOf<typeof caseTable>`. */
export type RowOf<Of> = Of extends Table<infer Row> ? Row : never;

interface TableOptions<Of extends Columns> {
  readonly key: readonly (keyof Of & string)[];
  readonly indexes?: readonly (readonly (keyof Of & string)[])[];
  readonly appendOnly?: boolean;
  readonly small?: boolean;
}

/** Describes a table. */
export function table<Of extends Columns>(
  name: string,
  columns: Of,
  { key, indexes = [], appendOnly = false, small = false }: TableOptions<Of>,
): Table<RowFrom<Of>> {
  return { name, columns, columnNames: Object.keys(columns), key, indexes, appendOnly, small };
}

/** The SQL that makes a table, in words that SQLite and PostgreSQL both know. */
export function createTableSql({ name, columns, columnNames, key }: Table<object>): string {
  const lines = columnNames.map((column) => {
    const { type, nullable } = columns[column]!;
    // Money in fen outgrows PostgreSQL's 32-bit integer; SQLite takes any word that holds "int".
    return `  ${quoted(column)} ${type === 'text' ? 'text' : 'bigint'}${nullable ? '' : ' not null'}`;
  });
  return `create table ${quoted(name)} (\n${lines.join(',\n')},\n  primary key (${list(key)})\n);`;
}

/** The SQL that makes a table's indexes. */
export function createIndexesSql({ name, indexes }: Table<object>): string {
  return indexes
    .map((index) => `create index ${indexName(name, index)} on ${quoted(name)} (${list(index)});`)
    .join('\n');
}

/** The SQL that drops a table's indexes, for as long as very many rows are written. */
export function dropIndexesSql({ name, indexes }: Table<object>): string {
  return indexes.map((index) => `drop index ${indexName(name, index)};`).join('\n');
}

const quoted = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quoted).join(', ');
const indexName = (name: string, index: readonly string[]) => quoted([name, ...index].join('_'));
