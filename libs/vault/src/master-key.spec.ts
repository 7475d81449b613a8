import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { MasterKeyDamaged, MasterKeyMissing } from './errors';
import { createMasterKey, readMasterKey } from './master-key';
import { testFolder, type TestFolder } from './testing/test-folder';

let test: TestFolder;
let file: string;
beforeEach(() => {
  test = testFolder();
  file = test.masterKeyFile;
});
afterEach(() => test.remove());

describe('the master key file (reliability §4.5)', () => {
  it('is made of 32 random bytes that only its owner may read', () => {
    createMasterKey(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file)).toHaveLength(32);
    expect(readMasterKey(file).export()).toEqual(readFileSync(file));
    expect(readdirSync(test.folder)).toEqual(['master.key']);
  });

  it('is private under any umask and another one each time', () => {
    const before = process.umask(0);
    try {
      createMasterKey(file);
      createMasterKey(join(test.folder, 'apart', 'master.key'));
    } finally {
      process.umask(before);
    }
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file)).not.toEqual(readFileSync(join(test.folder, 'apart', 'master.key')));
  });

  it('is never overwritten', () => {
    createMasterKey(file);
    const bytes = readFileSync(file);
    expect(() => createMasterKey(file)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readFileSync(file)).toEqual(bytes);
    expect(readdirSync(test.folder)).toEqual(['master.key']);
  });

  it('is missed, and not made, when it is not there', () => {
    expect(() => readMasterKey(file)).toThrow(MasterKeyMissing);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['empty', Buffer.alloc(0), 'holds 0 bytes instead of 32'],
    ['truncated', Buffer.from('a1b2c3d4e5f60718293a4b5c6d7e8f', 'hex'), 'holds 15 bytes instead of 32'],
    ['too long', Buffer.alloc(33, 'ab'), 'holds 33 bytes instead of 32'],
    ['all zeros', Buffer.alloc(32), 'holds one byte over and over'],
  ])('is refused in plain words when it is %s', (_, bytes, reason) => {
    writeFileSync(file, bytes, { mode: 0o600 });
    expect(() => readMasterKey(file)).toThrow(MasterKeyDamaged);
    expect(() => readMasterKey(file)).toThrow(expect.objectContaining({ file, reason }));
    expect(readFileSync(file)).toEqual(bytes);
  });

  it.each([0o640, 0o604, 0o644, 0o620, 0o660, 0o610])(
    'is refused when others may access it (mode %i)',
    (mode) => {
      createMasterKey(file);
      chmodSync(file, mode);
      expect(() => readMasterKey(file)).toThrow(MasterKeyDamaged);
      expect(() => readMasterKey(file)).toThrow(`mode ${mode.toString(8).padStart(4, '0')}`);
    },
  );

  it('may be read-only for its owner', () => {
    createMasterKey(file);
    chmodSync(file, 0o400);
    expect(readMasterKey(file).symmetricKeySize).toBe(32);
  });

  it('is refused when it is a folder', () => {
    mkdirSync(file, { mode: 0o700 });
    expect(() => readMasterKey(file)).toThrow('is not a regular file');
  });

  it('does not show its bytes when a log prints it', () => {
    createMasterKey(file);
    const key = readMasterKey(file);
    expect(JSON.stringify(key)).toBe('{}');
  });
});
