import { rollBack, type SqliteDatabase } from '@yihu/sql';
import { types } from 'node:util';
import { checkDecision, type CheckedDecision } from '../check-decision';
import { checkRead } from '../check-read';
import { OutcomeUnknown, StoreError, StoreUnavailable } from '../errors';
import type { Appended, StoreTransaction } from '../event-store';
import { appendDecision } from './append-decision';
import { isLasting, toStoreError, withStoreErrors } from './failures';
import { readStream } from './read-events';
import type { Statements } from './statements';

/** The one writer of a store. */
export interface Transactor {
  readonly commitCount: number;
  readonly failed: boolean;
  transact<T>(work: (transaction: OwnTransaction) => T): T;
}

/** The port's transaction, and a way in for a decision that was checked before the transaction began. */
export interface OwnTransaction extends StoreTransaction {
  appendChecked(decision: CheckedDecision): Appended;
}

/** How one transaction is doing. */
interface Progress {
  over: boolean;
  /** The failure that made the transaction unfit to commit, whatever `work` makes of it. */
  broken?: Error;
}

/** Makes the writer of a store; `committed` is called after each commit. */
export function createTransactor(
  database: SqliteDatabase,
  statements: Statements,
  committed: () => void,
): Transactor {
  let commitCount = 0;
  let failed = false;

  function transact<T>(work: (transaction: OwnTransaction) => T): T {
    if (failed) throw new StoreUnavailable('The store failed earlier; the process must restart.');
    if (database.transactionOpen) throw new Error('A transaction cannot be opened inside another.');
    const progress: Progress = { over: false };
    try {
      withStoreErrors(() => database.exec('BEGIN IMMEDIATE'));
      const result = work(openTransaction(statements, progress));
      if (progress.broken !== undefined) throw progress.broken;
      if (types.isPromise(result)) throw new Error('The work of a transaction must not be asynchronous.');
      commit();
      return result;
    } catch (error) {
      if (error instanceof StoreError && isLasting(error.cause)) failed = true;
      rollBack(database);
      throw error;
    } finally {
      progress.over = true;
    }
  }

  function commit(): void {
    try {
      database.exec('COMMIT');
    } catch (error) {
      // An error here tells nothing: the disk may hold the transaction although it said no. As revisions are
      // checked against this connection's view of the file, only a restart makes the view certain again.
      failed = true;
      throw new OutcomeUnknown(error);
    }
    commitCount += 1;
    committed();
  }

  return {
    get commitCount() {
      return commitCount;
    },
    get failed() {
      return failed;
    },
    transact,
  };
}

function openTransaction(statements: Statements, progress: Progress): OwnTransaction {
  /** Runs a step of the work. A failure of SQLite allows no further step and no commit. */
  function step<T>(run: () => T): T {
    if (progress.over) throw new Error('The transaction is over.');
    if (progress.broken !== undefined) throw progress.broken;
    try {
      return run();
    } catch (error) {
      if (!(error instanceof StoreError)) progress.broken = toStoreError(error);
      throw progress.broken ?? error;
    }
  }

  const appendChecked = (decision: CheckedDecision) => step(() => appendDecision(statements, decision));
  return {
    get lastRecordedAt() {
      return step(() => statements.lastRecordedAt.all()[0]?.recordedAt ?? '');
    },
    read: (stream, fromRevision = 0) => {
      checkRead(stream, { fromRevision });
      return step(() => readStream(statements, stream, { fromRevision }));
    },
    append: (decision) => appendChecked(checkDecision(decision)),
    appendChecked,
  };
}
