import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder, type TestFolder } from './testing/test-folder';

const NAME = '王小明演示';
const IDENTITY = '99999919600203004X';
const HOUSEHOLD = 'household-0c7a';

let test: TestFolder;
beforeEach(() => {
  test = testFolder();
});
afterEach(() => test.remove());

describe('personal data and secrets never lie in clear in the vault (bar 25)', () => {
  it('neither in vault.db nor in its log', () => {
    const vault = test.open();
    vault.ensureKey(HOUSEHOLD);
    vault.seal(HOUSEHOLD, 'name', NAME, 'command-1');
    vault.seal(HOUSEHOLD, 'identity', IDENTITY, 'command-1');
    vault.fingerprint('identity', IDENTITY);
    vault.bodyHash({ name: NAME, identity: IDENTITY });
    const token = vault.sessions.create('staff-7', new Date(), 1_000);
    const masterKey = readFileSync(test.masterKeyFile);

    // The search must be able to find something, or finding nothing would prove nothing.
    writeFileSync(join(test.folder, 'control'), `padding ${NAME} ${IDENTITY} ${token} padding`);
    for (const secret of [NAME, IDENTITY, token]) {
      expect(test.filesHolding(Buffer.from(secret, 'utf8'))).toEqual(['control']);
      expect(test.filesHolding(Buffer.from(secret, 'utf16le'))).toEqual([]);
    }
    expect(test.filesHolding(masterKey)).toEqual(['master.key']);
    for (const written of [masterKey.toString('hex'), masterKey.toString('base64url')]) {
      expect(test.filesHolding(Buffer.from(written))).toEqual([]);
    }
    // The log is really there and holds what was written: the owner's name is no secret.
    expect(test.filesHolding(Buffer.from(HOUSEHOLD))).toEqual(['vault.db-wal']);
  });
});
