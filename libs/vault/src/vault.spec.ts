import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@yihu/sql';
import {
  KeyDamaged,
  KeyMissing,
  MasterKeyDamaged,
  MasterKeyMismatch,
  MasterKeyMissing,
  SealBroken,
} from './errors';
import { createMasterKey } from './master-key';
import { testFolder, type TestFolder } from './testing/test-folder';
import { openVault } from './vault';

const HOUSEHOLD = 'household-0c7a';
const STAFF = 'staff-0c7a';

let test: TestFolder;
beforeEach(() => {
  test = testFolder();
});
afterEach(() => test.remove());

describe('a vault and its master key (design §6)', () => {
  it('is new once, and afterwards opens with the same key to the same answers', () => {
    const first = test.open();
    expect(first.isNew).toBe(true);
    first.ensureKey(HOUSEHOLD);
    const sealed = first.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    const fingerprint = first.fingerprint('identity', '99999919600203004X');
    first.close();

    const second = test.open();
    expect(second.isNew).toBe(false);
    expect(second.unseal(HOUSEHOLD, 'name', sealed)).toBe('王小明');
    expect(second.seal(HOUSEHOLD, 'name', '王小明', 'command-1')).toBe(sealed);
    expect(second.fingerprint('identity', '99999919600203004X')).toBe(fingerprint);
  });

  it('makes no master key unless asked', () => {
    expect(() => openVault(test)).toThrow(MasterKeyMissing);
    expect(existsSync(test.masterKeyFile)).toBe(false);
    expect(existsSync(test.file)).toBe(false);
  });

  it('takes a master key that was made beforehand', () => {
    createMasterKey(test.masterKeyFile);
    const vault = openVault(test);
    expect(vault.isNew).toBe(true);
    vault.close();
  });

  it('never makes a key anew beside an existing vault', () => {
    test.open().close();
    rmSync(test.masterKeyFile);
    expect(() => test.open()).toThrow(MasterKeyMissing);
    expect(() => test.open()).toThrow(test.file);
    expect(existsSync(test.masterKeyFile)).toBe(false);
  });

  it('refuses a well-formed key that is not its own', () => {
    test.open().close();
    const before = readFileSync(test.file);
    rmSync(test.masterKeyFile);
    createMasterKey(test.masterKeyFile);
    expect(() => test.open()).toThrow(MasterKeyMismatch);
    expect(readFileSync(test.file)).toEqual(before);
  });

  it('refuses a damaged key and leaves it as it is', () => {
    test.open().close();
    truncateSync(test.masterKeyFile, 31);
    expect(() => test.open()).toThrow(MasterKeyDamaged);
    expect(statSync(test.masterKeyFile).size).toBe(31);
  });

  it('refuses a vault file that is no database', () => {
    createMasterKey(test.masterKeyFile);
    writeFileSync(test.file, 'this is not a database, only a file of its name'.repeat(100));
    expect(() => test.open()).toThrow();
  });

  it('keeps its files private', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    for (const part of [test.file, `${test.file}-wal`]) expect(statSync(part).mode & 0o777).toBe(0o600);
  });
});

describe('owner keys', () => {
  it('must exist before a value is sealed or opened', () => {
    const vault = test.open();
    expect(() => vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1')).toThrow(KeyMissing);
    vault.ensureKey(STAFF);
    const sealed = vault.seal(STAFF, 'name', '王小明', 'command-1');
    expect(() => vault.unseal(HOUSEHOLD, 'name', sealed)).toThrow(KeyMissing);
  });

  it('are kept when they are asked for again', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    vault.ensureKeys([HOUSEHOLD, STAFF, HOUSEHOLD, STAFF]);
    expect(vault.unseal(HOUSEHOLD, 'name', sealed)).toBe('王小明');
    expect(vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1')).toBe(sealed);
  });

  it('are on disk when the call returns: another connection sees them', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    const other = test.open();
    expect(other.unseal(HOUSEHOLD, 'name', sealed)).toBe('王小明');
  });

  it('are one for each owner: a value of another household does not open', () => {
    const vault = test.open();
    vault.ensureKeys([HOUSEHOLD, STAFF]);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    expect(vault.seal(STAFF, 'name', '王小明', 'command-1')).not.toBe(sealed);
    expect(() => vault.unseal(STAFF, 'name', sealed)).toThrow(SealBroken);
    expect(() => vault.unseal(HOUSEHOLD, 'phone', sealed)).toThrow(SealBroken);
  });

  it.each(['', 'household-', 'case-2024-1', 'household 1', 'household-a/b', 'Household-1', 'household-王'])(
    'are not made for %j, which is no owner',
    (owner) => {
      const vault = test.open();
      expect(() => vault.ensureKeys([HOUSEHOLD, owner])).toThrow(TypeError);
      expect(() => vault.destroyKey(owner)).toThrow(TypeError);
      expect(() => vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1')).toThrow(KeyMissing);
    },
  );

  it('are refused when a row was altered or given to another owner', () => {
    const vault = test.open();
    vault.ensureKeys([HOUSEHOLD, STAFF]);
    const sealed = vault.seal(HOUSEHOLD, 'name', '王小明', 'command-1');
    vault.close();
    const database = openSqlite(test.file);
    database
      .prepare(
        'UPDATE owner_key SET wrapped_key = (SELECT wrapped_key FROM owner_key WHERE owner = ?) WHERE owner = ?',
      )
      .run(STAFF, HOUSEHOLD);
    database.close();
    expect(() => test.open().unseal(HOUSEHOLD, 'name', sealed)).toThrow(KeyDamaged);
  });

  it('survive in a copy of the files that was taken without closing', () => {
    const vault = test.open();
    vault.ensureKeys(Array.from({ length: 200 }, (_, index) => `household-${index}`));
    const sealed = vault.seal('household-199', 'name', '王小明', 'command-1');
    const copy = testFolder();
    for (const name of ['vault.db', 'vault.db-wal', 'master.key']) {
      copyFileSync(join(test.folder, name), join(copy.folder, name));
    }
    expect(copy.open().unseal('household-199', 'name', sealed)).toBe('王小明');
    copy.remove();
  });
});
