import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, StoredEvent, SubscriptionMessage } from '@yihu/event-store';
import { queueMessages } from './message-queue';
import { checkpointOf, projectPage, type Writer } from './project-page';
import { subscribeBehind } from './store-match';

const PAGE_EVENTS_MAX = 500;
const QUEUED_EVENTS_MAX = 2 * PAGE_EVENTS_MAX;
const PAUSES_AFTER_FAILURE_MS = [100, 500, 2_000, 10_000];

export interface FollowOptions {
  readonly store: EventStore;
  readonly writer: Writer;
  readonly signal: AbortSignal;
  /** Events that are in the rows now, or parked. */
  onPage(events: readonly StoredEvent[], seconds: number): void;
  onCaughtUp(): void;
  onFailure(error: unknown): void;
}

/**
 * Projects what the store has and what comes, until the signal. After a failure it subscribes again behind the
 * checkpoint, so nothing is left out and nothing counts twice.
 */
export async function followStore(options: FollowOptions): Promise<void> {
  const { signal, onFailure } = options;
  let failureCount = 0;
  const onProgress = () => (failureCount = 0);
  while (!signal.aborted) {
    try {
      await followOnce(options, onProgress);
    } catch (error) {
      onFailure(error);
      const pauseMs = PAUSES_AFTER_FAILURE_MS[Math.min(failureCount, PAUSES_AFTER_FAILURE_MS.length - 1)];
      failureCount += 1;
      // An abort ends the pause by a rejection, and the loop by its own test.
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function followOnce(options: FollowOptions, onProgress: () => void): Promise<void> {
  const { store, writer, signal } = options;
  const subscription = store.subscribe(subscribeBehind(checkpointOf(writer)));
  const stop = () => subscription.stop();
  signal.addEventListener('abort', stop);
  try {
    const queue = queueMessages(subscription, QUEUED_EVENTS_MAX);
    for (;;) {
      const messages = await queue.take(PAGE_EVENTS_MAX);
      if (signal.aborted) return;
      if (messages === undefined) throw new Error('the subscription to the event store ended by itself');
      takeMessages(options, messages);
      onProgress();
    }
  } finally {
    signal.removeEventListener('abort', stop);
    subscription.stop();
  }
}

function takeMessages(options: FollowOptions, messages: readonly SubscriptionMessage[]): void {
  const { store, writer, onPage, onCaughtUp } = options;
  const events = messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
  if (events.length > 0) {
    const startedMs = performance.now();
    projectPage(writer, events, store.comparePositions);
    onPage(events, (performance.now() - startedMs) / 1000);
  }
  // Events behind the mark are in the next page or newer than anyone asked for.
  if (messages.some((message) => message.kind === 'caught-up')) onCaughtUp();
}
