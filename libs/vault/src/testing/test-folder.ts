import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault, type Vault } from '../vault';

/** For tests only: a folder of its own for each test, with the vault in it, gone when the test ends. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-vault-'));
  const open: Vault[] = [];
  const file = join(folder, 'vault.db');
  const masterKeyFile = join(folder, 'master.key');
  return {
    folder,
    file,
    masterKeyFile,
    open(): Vault {
      const vault = openVault({ file, masterKeyFile, createMasterKeyWhenNew: true });
      open.push(vault);
      return vault;
    },
    /** The files of the folder that hold the bytes, by name: the database, its log, whatever lies there. */
    filesHolding(bytes: Buffer): string[] {
      return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(bytes));
    },
    remove(): void {
      for (const vault of open) vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestFolder = ReturnType<typeof testFolder>;
