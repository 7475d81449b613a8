import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import { migrate, openSqlite, type SqliteDatabase } from '@yihu/sql';
import type { JsonValue } from './canonical-json';
import { deriveKey } from './derived-keys';
import { KeyDestroyed, MasterKeyMissing } from './errors';
import { fingerprintsFrom, type FingerprintKind } from './fingerprints';
import { createMasterKey, readMasterKey } from './master-key';
import { admitMasterKey } from './master-key-check';
import { migrations } from './migrations';
import { ownerKeysIn } from './owner-keys';
import { sealWith, unsealWith, type SealedValue } from './seal';
import { sessionsIn, type Sessions } from './sessions';

export interface VaultOptions {
  /** The vault's SQLite database, for example `data/vault.db`. It is made when there is none. */
  readonly file: string;
  /** The file with the 32 bytes of the master key; best kept, and backed up, away from the data. */
  readonly masterKeyFile: string;
  /** On the very first start, when neither file exists, make the master key too. Never makes one later. */
  readonly createMasterKeyWhenNew?: boolean;
}

/**
 * Keys, keyed hashes and sessions of one installation. An owner is `household-<id>` or `staff-<id>`; any other
 * text is a TypeError. Every write is durable when the call returns. One process opens a vault at a time.
 */
export interface Vault {
  /** True when this open made the vault: beside existing events that means the real vault was lost. */
  readonly isNew: boolean;
  readonly sessions: Sessions;

  /** Commits a key for the owner unless there is one. Throws `KeyDestroyed`: an owner never gets a second key. */
  ensureKey(owner: string): void;
  /** The same for many owners in one commit: all of them or, on an error, none. */
  ensureKeys(owners: readonly string[]): void;
  /**
   * Removes the owner's key for good; whatever was sealed under it is unreadable from now on. Safe to repeat,
   * also for an owner without a key: so a list of destroyed owners can be replayed over a restored backup.
   */
  destroyKey(owner: string): void;
  /** Every owner whose key was destroyed, in order of name. */
  destroyedOwners(): string[];

  /**
   * Seals a JSON value as `sealed.v1.…`. The same owner, field, value and command id give the same text.
   * Throws `KeyMissing` before `ensureKey`, and `KeyDestroyed`.
   */
  seal(owner: string, field: string, clear: JsonValue, commandId: string): SealedValue;
  /** Opens a sealed value. Throws `SealBroken` (altered or moved), `KeyMissing`, `KeyDestroyed`, `KeyDamaged`. */
  unseal(owner: string, field: string, sealed: string): JsonValue;
  /** The same, but undefined when the owner's key was destroyed: for lists that keep their length after it. */
  unsealUnlessDestroyed(owner: string, field: string, sealed: string): JsonValue | undefined;

  /** 32 lower-case hex characters that stand for a number in stream names; every spelling of it gives the same. */
  fingerprint(kind: FingerprintKind, number: string): string;
  /** 64 hex characters over the canonical JSON of a request body as it was received. */
  bodyHash(value: unknown): string;

  close(): void;
}

/**
 * Opens the vault, making its database when there is none. Throws `MasterKeyMissing`, `MasterKeyDamaged` or
 * `MasterKeyMismatch`; a key file beside an existing vault is never made anew.
 */
export function openVault(options: VaultOptions): Vault {
  const masterKey = masterKeyFor(options);
  mkdirSync(dirname(options.file), { recursive: true });
  const database = openSqlite(options.file);
  try {
    return vaultOver(database, masterKey, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

function masterKeyFor({ file, masterKeyFile, createMasterKeyWhenNew }: VaultOptions): KeyObject {
  if (!existsSync(masterKeyFile)) {
    if (existsSync(file))
      throw new MasterKeyMissing(masterKeyFile, `The vault ${file} opens with no other: restore it.`);
    if (createMasterKeyWhenNew) createMasterKey(masterKeyFile);
  }
  return readMasterKey(masterKeyFile);
}

function vaultOver(database: SqliteDatabase, masterKey: KeyObject, options: VaultOptions): Vault {
  makePrivate(options.file);
  // A destroyed key must not survive as free space inside the file.
  database.exec('PRAGMA secure_delete = ON');
  migrate(database, migrations);
  const isNew = admitMasterKey(database, masterKey, options);
  const keys = ownerKeysIn(database, deriveKey(masterKey, 'key-wrapping'));

  const unseal: Vault['unseal'] = (owner, field, sealed) => unsealWith(keys.get(owner), owner, field, sealed);
  return {
    isNew,
    sessions: sessionsIn(database),
    ensureKey: (owner) => keys.ensure([owner]),
    ensureKeys: (owners) => keys.ensure(owners),
    destroyKey: (owner) => keys.destroy(owner),
    destroyedOwners: () => keys.destroyed(),
    seal: (owner, field, clear, commandId) => sealWith(keys.get(owner), owner, field, clear, commandId),
    unseal,
    unsealUnlessDestroyed(owner, field, sealed) {
      try {
        return unseal(owner, field, sealed);
      } catch (error) {
        if (error instanceof KeyDestroyed) return undefined;
        throw error;
      }
    },
    ...fingerprintsFrom(masterKey),
    close: () => database.close(),
  };
}

/** SQLite makes its files by the process's umask; the vault is for its owner's eyes only. */
function makePrivate(file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    if (existsSync(part)) chmodSync(part, 0o600);
  }
}
