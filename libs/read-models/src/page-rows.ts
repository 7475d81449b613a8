import type { SqliteDatabase, SqliteStatement } from '@yihu/sql';
import { assertRow } from './row-check';
import type { Rows } from './read-model';
import { rowSaver, type RowSaver } from './row-saver';
import { loadSql, orderedSql } from './row-sql';
import type { Table } from './table';

/** How many rows of one table are remembered between pages. */
const REMEMBERED_ROWS_MAX = 20_000;

/**
 * The rows of one page of events: each is loaded once, changed in memory event by event, and stored once. An
 * event that fails takes back only what it changed itself.
 */
export interface PageRows extends Rows {
  /** The event is projected: what it changed stays. */
  keepEvent(): void;
  /** The event failed: the rows are as before it. */
  undoEvent(): void;
  /** Writes what changed. Call it inside a transaction. */
  save(): void;
  /** Drops everything remembered, stored or not, as after a failed transaction. */
  forget(): void;
}

interface Known {
  readonly table: Table<object>;
  /** By key; undefined where the table has no such row. */
  readonly rows: Map<string, object | undefined>;
  readonly unsaved: Set<string>;
  /** The rows as the database has them, for those that were read from it or written to it. */
  readonly stored: Map<string, object>;
  /** Whether all rows of a small table are in memory. */
  isComplete: boolean;
  readonly load: SqliteStatement<object>;
  readonly loadAll: SqliteStatement<object>;
  readonly save: RowSaver;
}

interface Change {
  readonly known: Known;
  readonly key: string;
  readonly before: object | undefined;
  readonly wasUnsaved: boolean;
}

/** Rows over the projector's connection, which must be the only one that writes. */
export function openPageRows(database: SqliteDatabase, tables: readonly Table<object>[]): PageRows {
  const knownByTable = new Map(tables.map((table) => [table, knownRows(database, table)]));
  let changes: Change[] = [];

  return {
    get<Row extends object>(table: Table<Row>, ...columns: readonly (string | number)[]) {
      return find(knownByTable.get(table)!, columns) as Row | undefined;
    },
    put(table, row) {
      const known = knownByTable.get(table)!;
      const key = keyOfRow(table, row);
      const before = known.rows.get(key);
      assertRow(table, row, before);
      changes.push({ known, key, before, wasUnsaved: known.unsaved.has(key) });
      known.rows.set(key, row);
      known.unsaved.add(key);
    },
    keepEvent() {
      changes = [];
    },
    undoEvent() {
      for (const { known, key, before, wasUnsaved } of changes.reverse()) {
        // Forgotten rather than absent: a row that was not looked up before may well exist.
        if (before === undefined) known.rows.delete(key);
        else known.rows.set(key, before);
        if (!wasUnsaved) known.unsaved.delete(key);
      }
      changes = [];
    },
    save() {
      for (const known of knownByTable.values()) saveRows(known);
    },
    forget() {
      changes = [];
      for (const known of knownByTable.values()) {
        known.rows.clear();
        known.unsaved.clear();
        known.stored.clear();
        known.isComplete = false;
      }
    },
  };
}

function knownRows(database: SqliteDatabase, table: Table<object>): Known {
  return {
    table,
    rows: new Map(),
    unsaved: new Set(),
    stored: new Map(),
    isComplete: false,
    load: database.prepare(loadSql(table)),
    loadAll: database.prepare(orderedSql(table)),
    save: rowSaver(database, table),
  };
}

function find(known: Known, columns: readonly (string | number)[]): object | undefined {
  const { table, rows } = known;
  if (table.small && !known.isComplete) {
    for (const row of known.loadAll.all()) {
      const key = keyOfRow(table, row);
      known.stored.set(key, row);
      // A row that was put before stands for the newer state.
      if (!rows.has(key)) rows.set(key, row);
    }
    known.isComplete = true;
  }
  const key = keyOf(columns);
  if (!table.small && !rows.has(key)) {
    const loaded = known.load.all(...columns)[0];
    rows.set(key, loaded);
    if (loaded !== undefined) known.stored.set(key, loaded);
  }
  return rows.get(key);
}

function saveRows({ table, rows, stored, unsaved, save }: Known): void {
  for (const key of unsaved) {
    const row = rows.get(key)!;
    save(row, stored.get(key));
    if (!table.appendOnly) stored.set(key, row);
  }
  unsaved.clear();
  if (table.appendOnly || (!table.small && rows.size > REMEMBERED_ROWS_MAX)) {
    rows.clear();
    stored.clear();
  }
}

function keyOfRow({ key }: Table<object>, row: object): string {
  return keyOf(key.map((column) => (row as Readonly<Record<string, string | number>>)[column]!));
}

// Ids and codes of streams hold no spaces, so two keys never read the same.
const keyOf = (columns: readonly (string | number)[]) => columns.join(' ');
