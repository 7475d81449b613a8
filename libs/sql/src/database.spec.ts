import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from './database';
import { CannotOpen, sqliteFault } from './faults';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder';
import { inTransaction } from './transaction';

/** The kind of fault that `act` ends with. */
function faultOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return sqliteFault(error);
  }
  return 'none';
}

describe('openSqlite', () => {
  afterAll(removeTemporaryFolders);

  it('opens with WAL, full synchronisation, foreign keys and a busy timeout', () => {
    const file = join(temporaryFolder(), 'a.db');
    const database = openSqlite(file);
    const pragma = (name: string) =>
      Object.values(database.prepare<Record<string, unknown>>(`PRAGMA ${name}`).all()[0] ?? {});
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual([
      ['wal'],
      [2],
      [1],
      [5000],
    ]);
    database.close();
    database.close();
    expect(existsSync(file)).toBe(true);
  });

  it('iterates, and reports changes', () => {
    const database = openSqlite(':memory:');
    database.exec('CREATE TABLE towns (name TEXT)');
    const insert = database.prepare('INSERT INTO towns VALUES (?)');
    expect(insert.reader).toBe(false);
    expect(insert.run('大湾镇')).toMatchObject({ changes: 1, lastInsertRowid: 1 });
    const select = database.prepare<{ name: string }>('SELECT name FROM towns');
    expect(select.reader).toBe(true);
    expect([...select.iterate()]).toEqual([{ name: '大湾镇' }]);
    database.close();
  });

  it('tells the kinds of faults apart', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.db');
    const database = openSqlite(file);
    database.exec("CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT UNIQUE CHECK (name <> ''))");
    const insert = database.prepare('INSERT INTO towns VALUES (?, ?)');
    insert.run(1, 'a');
    expect(faultOf(() => insert.run(1, 'b'))).toBe('unique');
    expect(faultOf(() => insert.run(2, 'a'))).toBe('unique');
    expect(faultOf(() => insert.run(2, ''))).toBe('constraint');
    expect(faultOf(() => database.exec('SELEC'))).toBe('other');
    expect(faultOf(() => JSON.parse('{'))).toBeUndefined();

    const other = openSqlite(file, { busyTimeoutMs: 0 });
    inTransaction(database, () => expect(faultOf(() => inTransaction(other, () => 1))).toBe('busy'));
    other.close();

    database.exec('PRAGMA max_page_count = 1');
    expect(faultOf(() => insert.run(3, 'x'.repeat(100_000)))).toBe('full');
    database.close();

    writeFileSync(join(folder, 'no.db'), 'this is not a database'.repeat(100));
    expect(faultOf(() => openSqlite(join(folder, 'no.db')))).toBe('corrupt');
    expect(faultOf(() => openSqlite(join(folder, 'missing', 'a.db')))).toBe('io');
    expect(() => openSqlite(join(folder, 'missing', 'a.db'))).toThrow(CannotOpen);
  });
});

describe('inTransaction', () => {
  it('stores all on success and nothing after an error', () => {
    const database = openSqlite(':memory:');
    database.exec('CREATE TABLE numbers (value INTEGER)');
    const insert = database.prepare('INSERT INTO numbers VALUES (?)');
    const count = () =>
      database.prepare<{ count: number }>('SELECT count(*) AS count FROM numbers').all()[0]?.count;

    expect(inTransaction(database, () => insert.run(1).changes)).toBe(1);
    expect(() =>
      inTransaction(database, () => {
        insert.run(2);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(database.transactionOpen).toBe(false);
    expect(count()).toBe(1);
    database.close();
  });

  it('rolls back when COMMIT fails', () => {
    const database = openSqlite(':memory:');
    database.exec('CREATE TABLE towns (id INTEGER PRIMARY KEY)');
    database.exec('CREATE TABLE villages (town INTEGER REFERENCES towns DEFERRABLE INITIALLY DEFERRED)');
    const insert = database.prepare('INSERT INTO villages VALUES (1)');
    expect(faultOf(() => inTransaction(database, () => insert.run()))).toBe('constraint');
    expect(database.transactionOpen).toBe(false);
    expect(database.prepare('SELECT * FROM villages').all()).toEqual([]);
    database.close();
  });
});
