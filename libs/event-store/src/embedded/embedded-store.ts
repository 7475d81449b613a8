import type { SqliteDatabase } from '@yihu/sql';
import { checkDecision } from '../check-decision';
import { checkLimit, checkRead } from '../check-read';
import { StoreUnavailable } from '../errors';
import type { AtomicEventStore } from '../event-store';
import { withStoreErrors } from './failures';
import { comparePositions } from './position';
import { decodeEvent, readPage, readStream, startAfter } from './read-events';
import { createSignal } from './signal';
import { prepareStatements } from './statements';
import { createSubscription, type SubscriptionSource } from './subscription';
import { createTransactor, type OwnTransaction } from './transact';

/** What a store needs to know beside its database. */
export interface EmbeddedStoreOptions {
  /** How long a commit of another connection may go unnoticed by subscriptions. */
  readonly pollIntervalMs: number;
  /** Called once, after the database was closed. */
  readonly onClosed?: () => void;
}

/** The event store over an open and migrated database, which it owns from now on. */
export function createEmbeddedStore(
  database: SqliteDatabase,
  options: EmbeddedStoreOptions,
): AtomicEventStore {
  const statements = prepareStatements(database);
  const changed = createSignal();
  const transactor = createTransactor(database, statements, () => changed.raise());
  const { isClosed, assertOpen, reading, markClosed } = createGuard();

  function transact<T>(work: (transaction: OwnTransaction) => T): T {
    assertOpen();
    return transactor.transact(work);
  }

  const source: SubscriptionSource = {
    isClosed,
    changed,
    pollIntervalMs: options.pollIntervalMs,
    startAfter: ({ afterPosition, afterEventId }) =>
      reading(() => startAfter(statements, afterPosition, afterEventId)),
    readPage: (afterRowid, limit) => reading(() => readPage(statements, afterRowid, limit)),
  };

  return {
    atomic: true,
    get commitCount() {
      return transactor.commitCount;
    },
    get failed() {
      return transactor.failed;
    },
    transact,
    comparePositions,

    read: (stream, readOptions = {}) =>
      promised(() => {
        checkRead(stream, readOptions);
        return reading(() => readStream(statements, stream, readOptions));
      }),
    readAll: ({ afterPosition, limit }) =>
      promised(() => {
        checkLimit(limit);
        const page = () => readPage(statements, startAfter(statements, afterPosition), limit);
        return reading(() => page().map(decodeEvent));
      }),
    append: (decision) =>
      promised(() => {
        const checked = checkDecision(decision);
        return transact((transaction) => transaction.appendChecked(checked));
      }),
    subscribe: (subscribeOptions) => {
      assertOpen();
      return createSubscription(source, subscribeOptions);
    },
    close: () =>
      promised(() => {
        if (isClosed()) return;
        markClosed();
        changed.raise();
        database.close();
        options.onClosed?.();
      }),
  };
}

/** Keeps everyone from touching the connection after it was closed. */
function createGuard() {
  let closed = false;
  const assertOpen = () => {
    if (closed) throw new StoreUnavailable('The store is closed.');
  };
  return {
    isClosed: () => closed,
    markClosed: () => void (closed = true),
    assertOpen,
    reading<T>(read: () => T): T {
      assertOpen();
      return withStoreErrors(read);
    },
  };
}

/** The port answers with promises, for stores on a network; the work here is done when the call returns. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
