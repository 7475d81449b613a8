import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault, type Vault } from '@yihu/vault';
import type { LogEntry } from '../log';
import { payloadFor } from './reader';

const OWNER = 'household-a';
const COMMAND = '0b2f1c1e-4e0d-5b6a-9c3d-2a1b0c9d8e7f';

let folder: string;
let vault: Vault;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-reader-'));
  const masterKeyFile = join(folder, 'key');
  vault = openVault({ file: join(folder, 'vault.db'), masterKeyFile, createMasterKeyWhenNew: true });
  vault.ensureKey(OWNER);
});
afterAll(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

it('leaves out a broken seal, says so in the log, and tells the rest', () => {
  const log: LogEntry[] = [];
  const forged = `sealed.v1.${'A'.repeat(60)}`;
  const text = vault.seal(OWNER, 'text', '请核实', COMMAND);
  const payload = { text, lines: [{ item: forged }], level: 'town' };
  const read = payloadFor({ vault, log: (entry) => log.push(entry) }, OWNER, payload, true);
  expect(read).toEqual({ text: '请核实', lines: [{ item: undefined }], level: 'town' });
  expect(log).toEqual([{ event: 'seal-broken', owner: OWNER, field: 'lines.item' }]);
});

it('opens nothing for a reader who does not know the people, and has nothing to tell', () => {
  const log: LogEntry[] = [];
  const text = vault.seal(OWNER, 'text', '请核实', COMMAND);
  const read = payloadFor({ vault, log: (entry) => log.push(entry) }, OWNER, { text }, false);
  expect(read).toEqual({ text: undefined });
  expect(log).toEqual([]);
});
