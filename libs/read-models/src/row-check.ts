import type { Table } from './table';

type Values = Readonly<Record<string, unknown>>;

/** A projection made a row that its table cannot hold. The message never repeats the value. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

/**
 * Throws `BadRow` for a row that the database would refuse or bend. It is asked while one event is projected,
 * so that the blame falls on that event's stream and not on the whole page when it is stored. `before` is the
 * row that was checked last: what did not change since then is not checked again.
 */
export function assertRow({ name, columns, columnNames }: Table<object>, row: object, before?: object): void {
  const values = row as Values;
  const checked = before as Values | undefined;
  for (const columnName of columnNames) {
    const value = values[columnName];
    if (checked !== undefined && checked[columnName] === value) continue;
    const { type, nullable } = columns[columnName]!;
    if (value === null && nullable) continue;
    if (type === 'text' ? isStorableText(value) : Number.isSafeInteger(value)) continue;
    const expected = type === 'text' ? 'storable text' : 'a whole number';
    throw new BadRow(`${name}.${columnName} must be ${expected}, but the event gives ${describe(value)}`);
  }
}

/** A text without what no database keeps, for a text that must be stored whatever it holds. */
export function storableText(value: string): string {
  return isStorableText(value) ? value : value.replace(/[\0\p{Surrogate}]/gu, '?');
}

// PostgreSQL refuses U+0000 and half characters; SQLite cuts or replaces them.
function isStorableText(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\0') && !/\p{Surrogate}/u.test(value);
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  return typeof value === 'string' ? 'other text' : `another ${typeof value}`;
}
