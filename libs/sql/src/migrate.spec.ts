import { openSqlite, type SqliteDatabase } from './database';
import { migrate, UnknownMigration } from './migrate';

const towns = {
  name: 'towns',
  sql: 'CREATE TABLE towns (id INTEGER); CREATE INDEX towns_by_id ON towns (id)',
};
const villages = { name: 'villages', sql: 'CREATE TABLE villages (id INTEGER)' };

describe('migrate', () => {
  let database: SqliteDatabase;
  beforeEach(() => (database = openSqlite(':memory:')));
  afterEach(() => database.close());

  const tables = () =>
    database
      .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map((table) => table.name);

  it('applies what is missing, in order, once', () => {
    expect(migrate(database, [towns])).toEqual(['towns']);
    expect(migrate(database, [towns, villages])).toEqual(['villages']);
    expect(migrate(database, [towns, villages])).toEqual([]);
    expect(tables()).toEqual(['migrations', 'towns', 'villages']);
  });

  it('refuses a database with a migration that this program does not know', () => {
    migrate(database, [towns, villages]);
    expect(() => migrate(database, [towns])).toThrow(new UnknownMigration('villages', undefined));
    expect(() => migrate(database, [villages, towns])).toThrow(UnknownMigration);
  });

  it('changes nothing when one of several fails', () => {
    expect(() => migrate(database, [towns, { name: 'broken', sql: 'CREATE TABEL x' }])).toThrow(
      'syntax error',
    );
    expect(tables()).toEqual([]);
  });
});
