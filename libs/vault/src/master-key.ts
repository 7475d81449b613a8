import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, linkSync, mkdirSync, openSync } from 'node:fs';
import { readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { MasterKeyDamaged, MasterKeyMissing } from './errors';

const MASTER_KEY_BYTES = 32;
const OTHERS_MAY_ACCESS = 0o077;

/**
 * Makes a new master key file: 32 random bytes, readable by its owner only (mode 0600).
 * Never overwrites: throws the file system's `EEXIST` when the file is there. Back the file up apart from the data.
 */
export function createMasterKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written beside and linked into place, so that a crash leaves the whole key or none, never half of one.
  const draft = `${file}.${randomBytes(8).toString('hex')}.new`;
  try {
    writeDurably(draft, randomBytes(MASTER_KEY_BYTES));
    linkSync(draft, file);
  } finally {
    if (existsSync(draft)) unlinkSync(draft);
  }
  syncFolder(dirname(file));
}

/**
 * Reads the master key file. Throws `MasterKeyMissing` when there is none and `MasterKeyDamaged` when the file
 * is not exactly one key or others than its owner may read it. Never makes a key.
 */
export function readMasterKey(file: string): KeyObject {
  const handle = openForReading(file);
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw new MasterKeyDamaged(file, 'is not a regular file');
    if ((status.mode & OTHERS_MAY_ACCESS) !== 0)
      throw new MasterKeyDamaged(file, othersMayAccess(status.mode));
    return keyFrom(file, readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

function keyFrom(file: string, bytes: Buffer): KeyObject {
  if (bytes.length !== MASTER_KEY_BYTES) {
    throw new MasterKeyDamaged(file, `holds ${bytes.length} bytes instead of ${MASTER_KEY_BYTES}`);
  }
  // A power cut can leave a file of the right length that is all zeros; no random key looks like that.
  if (bytes.every((byte) => byte === bytes[0]))
    throw new MasterKeyDamaged(file, 'holds one byte over and over');
  return createSecretKey(bytes);
}

function othersMayAccess(mode: number): string {
  const shown = (mode & 0o777).toString(8).padStart(4, '0');
  return `is open to other users (mode ${shown}); make it private with chmod 600`;
}

function openForReading(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new MasterKeyMissing(file, 'Restore it from its backup, or create one for a new vault.');
    throw new MasterKeyDamaged(file, `cannot be opened (${code ?? String(error)})`);
  }
}

function writeDurably(file: string, bytes: Buffer): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A new name is durable only once its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
