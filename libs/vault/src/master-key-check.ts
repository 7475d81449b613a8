import { timingSafeEqual, type KeyObject } from 'node:crypto';
import type { SqliteDatabase } from '@yihu/sql';
import { deriveKey } from './derived-keys';
import { MasterKeyMismatch } from './errors';

/**
 * Compares the master key with the check value that the vault remembers, and throws `MasterKeyMismatch` when it
 * is another one. A vault without a check value is new: it remembers this key, and the answer is true.
 * The value is derived one way, so that it says nothing about the key.
 */
export function admitMasterKey(
  database: SqliteDatabase,
  masterKey: KeyObject,
  files: { file: string; masterKeyFile: string },
): boolean {
  const checkValue = deriveKey(masterKey, 'master-key-check').export();
  const [row] = database.prepare<{ check_value: string }>('SELECT check_value FROM master_key').all();
  if (!row) {
    database
      .prepare('INSERT INTO master_key (id, check_value) VALUES (1, ?)')
      .run(checkValue.toString('hex'));
    return true;
  }
  const remembered = Buffer.from(row.check_value, 'hex');
  if (remembered.length !== checkValue.length || !timingSafeEqual(remembered, checkValue)) {
    throw new MasterKeyMismatch(files.masterKeyFile, files.file);
  }
  return false;
}
