import { checkDecision } from '../check-decision';
import { checkLimit, checkRead } from '../check-read';
import { StoreUnavailable } from '../errors';
import type { EventStore } from '../event-store';
import { appendDecision } from './append-decision';
import { assertLocked } from './assert-locked';
import { connect } from './connection';
import { comparePositions } from './position';
import { readAll } from './read-all';
import { readStream } from './read-stream';
import { createSubscription } from './subscription';

/** Where an EventStoreDB or KurrentDB is, and how long it may take. */
export interface EventStoreDbPlace {
  /** `esdb://user:password@host:2113` or `esdb+discover://…`, with the client's own parameters. */
  readonly url: string;
  /** How long one call may take; 5,000 by default. */
  readonly callTimeoutMs?: number;
  /** How long a call is tried again; three times as long by default. */
  readonly budgetMs?: number;
}

/**
 * Opens a store on a server. It is not atomic: the streams of a decision land one after the other.
 *
 * Throws `StoreUnavailable` when the server cannot be reached or does not know the user, and `StoreNotLocked`
 * when it lets users delete streams.
 */
export async function openEventStoreDb(place: EventStoreDbPlace): Promise<EventStore> {
  const { url, callTimeoutMs = 5_000, budgetMs = 3 * callTimeoutMs } = place;
  let isClosed = false;
  const connection = connect(url, { callTimeoutMs, budgetMs }, () => isClosed);
  const subscriptions = new Set<{ stop(): void }>();
  const assertOpen = () => {
    if (isClosed) throw new StoreUnavailable('The store is closed.');
  };
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    for (const subscription of subscriptions) subscription.stop();
    await connection.client.dispose();
  };
  try {
    await assertLocked(connection);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    atomic: false,
    comparePositions,
    async read(stream, options = {}) {
      checkRead(stream, options);
      assertOpen();
      return readStream(connection, stream, options);
    },
    async readAll({ afterPosition, limit }) {
      checkLimit(limit);
      assertOpen();
      return readAll(connection, afterPosition, limit);
    },
    async append(decision) {
      const checked = checkDecision(decision);
      assertOpen();
      return appendDecision(connection, checked);
    },
    subscribe(options) {
      assertOpen();
      const subscription = createSubscription(connection, options, () => subscriptions.delete(subscription));
      subscriptions.add(subscription);
      return subscription;
    },
    close,
  };
}
