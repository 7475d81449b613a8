import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@yihu/sql';
import { KeyDestroyed } from './errors';
import { testFolder, type TestFolder } from './testing/test-folder';

const HOUSEHOLD = 'household-0c7a';
const NEIGHBOUR = 'household-0c7b';

let test: TestFolder;
beforeEach(() => {
  test = testFolder();
});
afterEach(() => test.remove());

function wrappedKeyOf(owner: string): Buffer {
  const database = openSqlite(test.file);
  const rows = database.prepare('SELECT wrapped_key FROM owner_key WHERE owner = ?').all(owner);
  database.close();
  return Buffer.from((rows as { wrapped_key: string }[])[0]?.wrapped_key ?? '');
}

describe('destroying a key (EVT-08, PIPL 47)', () => {
  it('makes what was sealed unreadable at once and after every reopening, and nothing else', () => {
    const vault = test.open();
    vault.ensureKeys([HOUSEHOLD, NEIGHBOUR]);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    const neighbours = vault.seal(NEIGHBOUR, 'name', '演示二', 'command-2');
    vault.destroyKey(HOUSEHOLD);
    vault.close();
    for (const opened of [test.open(), test.open()]) {
      expect(() => opened.unseal(HOUSEHOLD, 'name', sealed)).toThrow(KeyDestroyed);
      expect(opened.unseal(NEIGHBOUR, 'name', neighbours)).toBe('演示二');
    }
  });

  it('is not undone by the keys that are open in memory', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    vault.destroyKey(HOUSEHOLD);
    expect(() => vault.unseal(HOUSEHOLD, 'name', sealed)).toThrow(KeyDestroyed);
    expect(() => vault.seal(HOUSEHOLD, 'name', '王小明', 'command-2')).toThrow(KeyDestroyed);
    expect(vault.unsealUnlessDestroyed(HOUSEHOLD, 'name', sealed)).toBeUndefined();
  });

  it('is for ever: the owner never gets another key, and a group with it gets none', () => {
    const vault = test.open();
    vault.destroyKey(HOUSEHOLD);
    expect(() => vault.ensureKey(HOUSEHOLD)).toThrow(KeyDestroyed);
    expect(() => vault.ensureKeys([NEIGHBOUR, HOUSEHOLD])).toThrow(KeyDestroyed);
    expect(() => vault.seal(NEIGHBOUR, 'name', '演示二', 'command-1')).toThrow('holds no key');
  });

  it('leaves no byte of the keys in the database or its log', () => {
    const vault = test.open();
    // Many rows, so that pages split and rows leave traces in free space: one row alone leaves none anyway.
    const owners = Array.from({ length: 240 }, (_, index) => `household-${index}`);
    vault.ensureKeys(owners);
    const wrapped = new Map(owners.map((owner) => [owner, wrappedKeyOf(owner)]));
    const [destroyed, kept] = [
      owners.filter((_, index) => index % 3 === 0),
      owners.filter((_, index) => index % 3),
    ];
    const filesHolding = (owner: string) => test.filesHolding(wrapped.get(owner) ?? Buffer.alloc(0));
    expect(destroyed.filter((owner) => filesHolding(owner).length > 0)).toEqual(destroyed);
    for (const owner of destroyed) vault.destroyKey(owner);
    expect(destroyed.filter((owner) => filesHolding(owner).length > 0)).toEqual([]);
    expect(kept.filter((owner) => filesHolding(owner).includes('vault.db'))).toEqual(kept);
  });

  it('says so when a reader still holds the old log, and can be finished later', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    const wrapped = wrappedKeyOf(HOUSEHOLD);
    const reader = openSqlite(test.file);
    reader.exec('BEGIN; SELECT count(*) FROM owner_key;');
    reader.prepare('SELECT owner FROM owner_key').all();
    expect(() => vault.destroyKey(HOUSEHOLD)).toThrow('Destroy it once more later');
    expect(() => vault.unseal(HOUSEHOLD, 'name', sealed)).toThrow(KeyDestroyed);
    reader.exec('COMMIT');
    reader.close();
    vault.destroyKey(HOUSEHOLD);
    expect(test.filesHolding(wrapped)).toEqual([]);
  });

  it('only hides a destroyed owner behind undefined, not other faults', () => {
    const vault = test.open();
    vault.ensureKeys([HOUSEHOLD, NEIGHBOUR]);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    expect(vault.unsealUnlessDestroyed(HOUSEHOLD, 'name', sealed)).toBe('王小明');
    expect(() => vault.unsealUnlessDestroyed(NEIGHBOUR, 'name', sealed)).toThrow('was altered');
    expect(() => vault.unsealUnlessDestroyed('household-9', 'name', sealed)).toThrow('holds no key');
  });

  it('can be replayed over a restored backup, for owners with and without a key in it', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    const backup = testFolder();
    for (const name of ['vault.db', 'vault.db-wal', 'master.key']) {
      copyFileSync(join(test.folder, name), join(backup.folder, name));
    }
    vault.ensureKey(NEIGHBOUR);
    vault.destroyKey(HOUSEHOLD);
    vault.destroyKey(NEIGHBOUR);
    vault.destroyKey(NEIGHBOUR);
    expect(vault.destroyedOwners()).toEqual([HOUSEHOLD, NEIGHBOUR]);

    const restored = backup.open();
    expect(restored.unseal(HOUSEHOLD, 'name', sealed)).toBe('王小明');
    for (const owner of vault.destroyedOwners()) restored.destroyKey(owner);
    expect(() => restored.unseal(HOUSEHOLD, 'name', sealed)).toThrow(KeyDestroyed);
    expect(restored.destroyedOwners()).toEqual([HOUSEHOLD, NEIGHBOUR]);
    backup.remove();
  });
});
