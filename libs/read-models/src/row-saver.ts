import type { SqliteDatabase, SqliteStatement } from '@yihu/sql';
import { changeSql, saveSql } from './row-sql';
import type { Table } from './table';

type Values = Readonly<Record<string, unknown>>;

/** Facts change few sets of columns; should there be more, whole rows are written instead. */
const STATEMENTS_MAX = 256;

/** Stores a row. `stored` is the row as the database has it, or undefined when that is not known. */
export type RowSaver = (row: object, stored: object | undefined) => void;

/**
 * Stores rows of one table. Of a row that is there only what changed is written, so that an index whose columns
 * did not change is left alone.
 */
export function rowSaver(database: SqliteDatabase, table: Table<object>): RowSaver {
  const saveWhole = database.prepare(saveSql(table));
  const changes = new Map<string, SqliteStatement<unknown>>();

  return (row, stored) => {
    const values = row as Values;
    const whole = () => void saveWhole.run(...table.columnNames.map((column) => values[column]));
    if (stored === undefined) return whole();
    const changed = table.columnNames.filter((column) => values[column] !== (stored as Values)[column]);
    if (changed.length === 0) return;
    const name = changed.join(' ');
    if (!changes.has(name)) {
      if (changes.size === STATEMENTS_MAX) return whole();
      changes.set(name, database.prepare(changeSql(table, changed)));
    }
    changes.get(name)!.run(...[...changed, ...table.key].map((column) => values[column]));
  };
}
