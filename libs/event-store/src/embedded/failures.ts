import { sqliteFault } from '@yihu/sql';
import { types } from 'node:util';
import { CorruptStore, StoreUnavailable } from '../errors';

/** Whether the disk or the file failed in a way that a connection must not go on writing after. */
export function isLasting(error: unknown): boolean {
  const fault = sqliteFault(error);
  return fault === 'io' || fault === 'corrupt';
}

/**
 * Turns a failure of SQLite outside COMMIT, where nothing was stored, into an error of the port. An error
 * that is not SQLite's, and a mistake in our own SQL, stays as it is.
 */
export function toStoreError(error: unknown): Error {
  switch (sqliteFault(error)) {
    case 'busy':
      return new StoreUnavailable('Another connection kept the store locked for too long.', { cause: error });
    case 'full':
      return new StoreUnavailable('There is no space left for the store.', { cause: error });
    case 'io':
      return new StoreUnavailable('The disk under the store failed.', { cause: error });
    case 'corrupt':
      return new CorruptStore('The file of the store is damaged.', { cause: error });
    default:
      return types.isNativeError(error)
        ? error
        : new Error('Something else than an error was thrown.', { cause: error });
  }
}

/** Runs `read`, giving failures of SQLite the names of the port. */
export function withStoreErrors<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toStoreError(error);
  }
}
