import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkPrefixes } from '../check-read';
import type { SubscribeOptions, Subscription, SubscriptionMessage } from '../event-store';
import { decodeEvent } from './read-events';
import type { Signal } from './signal';
import type { EventRow } from './statements';

// Large enough to make the cost of a query small, small enough not to hold up other requests.
const pageSize = 500;

/** What a subscription needs of its store. */
export interface SubscriptionSource {
  /** Whether the store was closed, which ends all subscriptions. */
  isClosed(): boolean;
  /** Rung after each commit of this connection, and when the store is closed. */
  readonly changed: Signal;
  /** How long a commit of another connection may go unnoticed. */
  readonly pollIntervalMs: number;
  startAfter(options: SubscribeOptions): number;
  readPage(afterRowid: number, limit: number): readonly EventRow[];
}

/**
 * Follows the table page by page. Nothing is pushed and nothing is queued, so a slow consumer costs no
 * memory and live events come the same way as old ones, from the table, in its order.
 */
export function createSubscription(source: SubscriptionSource, options: SubscribeOptions): Subscription {
  let stopped = false;
  const ended = () => stopped || source.isClosed();
  const messages = follow(source, options, ended);
  return {
    [Symbol.asyncIterator]: () => messages,
    stop: () => {
      stopped = true;
      source.changed.raise();
    },
  };
}

async function* follow(
  source: SubscriptionSource,
  options: SubscribeOptions,
  ended: () => boolean,
): AsyncGenerator<SubscriptionMessage, void> {
  if (ended()) return;
  checkPrefixes(options);
  let afterRowid = source.startAfter(options);
  let caughtUp = false;
  while (!ended()) {
    const page = source.readPage(afterRowid, pageSize);
    for (const row of page) {
      afterRowid = row.position;
      if (!isWanted(row.stream, options.streamPrefixes)) continue;
      caughtUp = false;
      yield { kind: 'event', event: decodeEvent(row) };
      if (ended()) return;
    }
    if (page.length > 0) {
      // Without this pause a consumer that never really waits would keep the whole process busy.
      await nextTurn();
    } else if (!caughtUp) {
      caughtUp = true;
      yield { kind: 'caught-up' };
    } else {
      await source.changed.wait(source.pollIntervalMs);
    }
  }
}

function isWanted(stream: string, prefixes: readonly string[] | undefined): boolean {
  return prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix));
}
