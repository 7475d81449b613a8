import { existsSync } from 'node:fs';
import { openSqlite, type SqliteDatabase } from '@yihu/sql';
import { CHECKPOINT_NAME, checkpointTable, type Checkpoint } from './bookkeeping';
import { loadSql, orderedSql } from './row-sql';
import { schemaVersion, schemaVersionOf } from './schema';
import type { Table } from './table';
import { allTables } from './tables';

type Row = Readonly<Record<string, string | number | null>>;

/** A row that two files do not have alike; undefined where a file has no such row. */
export interface RowDifference {
  readonly table: string;
  readonly key: readonly (string | number | null)[];
  readonly left: Row | undefined;
  readonly right: Row | undefined;
}

/**
 * Compares two files of read models row by row, the checkpoint included, and answers the first differences. Both
 * must be of this program's version.
 */
export function compareReadModels(
  leftFile: string,
  rightFile: string,
  limit = 100,
): readonly RowDifference[] {
  const left = openFilled(leftFile);
  const right = openFilled(rightFile);
  try {
    const differences: RowDifference[] = [];
    for (const table of allTables) {
      for (const difference of compareTable(table, left, right)) {
        if (differences.length === limit) return differences;
        differences.push(difference);
      }
    }
    return differences;
  } finally {
    left.close();
    right.close();
  }
}

/** The position that a file of read models has reached, or undefined when it has not begun. */
export function positionReached(file: string): string | undefined {
  const database = openFilled(file);
  try {
    return database.prepare<Checkpoint>(loadSql(checkpointTable)).all(CHECKPOINT_NAME)[0]?.position;
  } finally {
    database.close();
  }
}

/** Opens a file to read it, without emptying it when it is of another version. */
function openFilled(file: string): SqliteDatabase {
  if (!existsSync(file)) throw new Error(`there are no read models in ${file}`);
  const database = openSqlite(file);
  const version = schemaVersionOf(database);
  if (version === schemaVersion) return database;
  database.close();
  throw new Error(`the read models in ${file} are of version ${version ?? 'none'} and not ${schemaVersion}`);
}

/** Walks both tables in the order of the key, so that neither is ever held in memory. */
function* compareTable(
  table: Table<object>,
  left: SqliteDatabase,
  right: SqliteDatabase,
): Generator<RowDifference> {
  const leftRows = left.prepare<Row>(orderedSql(table)).iterate();
  const rightRows = right.prepare<Row>(orderedSql(table)).iterate();
  let leftRow = next(leftRows);
  let rightRow = next(rightRows);
  while (leftRow !== undefined || rightRow !== undefined) {
    const order = compareKeys(table, leftRow, rightRow);
    if (order !== 0 || !sameRow(table, leftRow!, rightRow!))
      yield difference(table, order, leftRow, rightRow);
    if (order <= 0) leftRow = next(leftRows);
    if (order >= 0) rightRow = next(rightRows);
  }
}

function next(rows: Iterator<Row>): Row | undefined {
  const { done, value } = rows.next();
  return done ? undefined : value;
}

/** Negative when the left row comes first, or alone. */
function compareKeys(table: Table<object>, left: Row | undefined, right: Row | undefined): number {
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  for (const column of table.key) {
    if (left[column]! < right[column]!) return -1;
    if (left[column]! > right[column]!) return 1;
  }
  return 0;
}

function sameRow({ columnNames }: Table<object>, left: Row, right: Row): boolean {
  return columnNames.every((column) => left[column] === right[column]);
}

function difference(
  table: Table<object>,
  order: number,
  left: Row | undefined,
  right: Row | undefined,
): RowDifference {
  const key = table.key.map((column) => (order <= 0 ? left : right)![column]!);
  return {
    table: table.name,
    key,
    left: order <= 0 ? left : undefined,
    right: order >= 0 ? right : undefined,
  };
}
