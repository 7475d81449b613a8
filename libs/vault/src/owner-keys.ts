import type { KeyObject } from 'node:crypto';
import { inTransaction, type SqliteDatabase } from '@yihu/sql';
import { boundedCache } from './bounded-cache';
import { KeyDestroyed, KeyMissing } from './errors';
import { unwrapKey, wrapNewKey } from './key-wrapping';
import { ownerKeyFrom, type OwnerKey } from './seal';

const KEYS_CACHED_MAX = 10_000;
const OWNER = /^(household|staff)-[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/;

/** The table of data keys, one per household or member of staff, with the keys last used kept open in memory. */
export function ownerKeysIn(database: SqliteDatabase, wrappingKey: KeyObject) {
  const select = database.prepare<{ wrapped_key: string | null }>(
    'SELECT wrapped_key FROM owner_key WHERE owner = ?',
  );
  const insert = database.prepare(
    'INSERT INTO owner_key (owner, wrapped_key) VALUES (?, ?) ON CONFLICT (owner) DO NOTHING',
  );
  const erase = database.prepare(
    'INSERT INTO owner_key (owner, wrapped_key) VALUES (?, NULL) ON CONFLICT (owner) DO UPDATE SET wrapped_key = NULL',
  );
  const selectDestroyed = database.prepare<{ owner: string }>(
    'SELECT owner FROM owner_key WHERE wrapped_key IS NULL ORDER BY owner',
  );
  const cache = boundedCache<OwnerKey>(KEYS_CACHED_MAX);

  /** The wrapped key, null when it was destroyed, undefined when there never was one. */
  function storedKey(owner: string): string | null | undefined {
    const [row] = select.all(owner);
    return row?.wrapped_key;
  }

  function isAbsent(owner: string): boolean {
    assertOwner(owner);
    if (cache.get(owner)) return false;
    const stored = storedKey(owner);
    if (stored === null) throw new KeyDestroyed(owner);
    return stored === undefined;
  }

  return {
    get(owner: string): OwnerKey {
      const cached = cache.get(owner);
      if (cached) return cached;
      const stored = storedKey(owner);
      if (stored === undefined) throw new KeyMissing(owner);
      if (stored === null) throw new KeyDestroyed(owner);
      const key = ownerKeyFrom(unwrapKey(wrappingKey, owner, stored));
      cache.set(owner, key);
      return key;
    },

    ensure(owners: readonly string[]): void {
      const absent = owners.filter(isAbsent);
      if (absent.length === 0) return;
      // Nothing is cached here: the first use reads the row back, and so proves that it opens.
      inTransaction(database, () => {
        for (const owner of absent) insert.run(owner, wrapNewKey(wrappingKey, owner));
      });
    },

    destroy(owner: string): void {
      assertOwner(owner);
      cache.delete(owner);
      erase.run(owner);
      emptyWriteAheadLog(database);
    },

    destroyed(): string[] {
      return selectDestroyed.all().map((row) => row.owner);
    },
  };
}

/** A bug of the caller. The text is not repeated: it may be a name that was passed by mistake. */
function assertOwner(owner: string): void {
  if (!OWNER.test(owner)) throw new TypeError('The owner of a key is household-<id> or staff-<id>.');
}

/**
 * The log still holds the page as it was before the key went. `secure_delete` overwrites the key in the
 * database; this moves the new page there and cuts the log to nothing.
 */
function emptyWriteAheadLog(database: SqliteDatabase): void {
  const [outcome] = database.prepare<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all();
  if (outcome?.busy !== 0) {
    throw new Error(
      'The key is destroyed, but a reader keeps the old log of the vault. Destroy it once more later.',
    );
  }
}
