import {
  ErrorType,
  START,
  streamNameFilter,
  type AllStreamSubscription,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { checkPrefixes } from '../check-read';
import { StoreUnavailable } from '../errors';
import type { StoredEvent, SubscribeOptions, Subscription, SubscriptionMessage } from '../event-store';
import { commandErrorOf, NoAnswer, toStoreError } from './failures';
import type { Connection } from './connection';
import { decodeEvent } from './decode-event';
import { parsePosition } from './position';
import { assertPosition, isOurs } from './read-all';

/** Events considered by the server between two checkpoints, which nobody here listens to. */
const CHECKPOINT_INTERVAL = 1000;

/**
 * Follows the total order. The server forgets a subscription whenever its call ends; the consumer subscribes
 * again from what it handled. Only a consumer that was too slow for the server's buffers is resumed in here.
 */
export function createSubscription(
  connection: Connection,
  options: SubscribeOptions,
  onEnd: () => void,
): Subscription {
  const control = { stopped: false, wake: () => undefined as void };
  const messages = endedBy(follow(connection, options, control), onEnd);
  return {
    [Symbol.asyncIterator]: () => messages,
    stop: () => {
      control.stopped = true;
      control.wake();
    },
  };
}

async function* endedBy<Message>(
  messages: AsyncGenerator<Message, void>,
  onEnd: () => void,
): AsyncGenerator<Message, void> {
  try {
    yield* messages;
  } finally {
    onEnd();
  }
}

interface Control {
  stopped: boolean;
  wake: () => void;
}

async function* follow(
  connection: Connection,
  options: SubscribeOptions,
  control: Control,
): AsyncGenerator<SubscriptionMessage, void> {
  if (control.stopped) return;
  checkPrefixes(options);
  const { afterPosition, afterEventId, streamPrefixes } = options;
  let after =
    afterPosition === undefined ? undefined : await assertPosition(connection, afterPosition, afterEventId);
  while (!control.stopped) {
    const before = after;
    try {
      for await (const message of listen(connection, after, streamPrefixes, control)) {
        yield message;
        if (control.stopped) return;
        if (message.kind === 'event') after = parsePosition(message.event.position);
      }
      return;
    } catch (error) {
      // Without a step forward it would be dropped at the same place for ever.
      if (!isTooSlow(error) || after === before) throw error;
    }
  }
}

/** The server drops a consumer that lets its buffers run full; nothing is lost by beginning again. */
function isTooSlow(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? commandErrorOf(error.cause) : undefined;
  return cause?.type === ErrorType.TIMEOUT && /too slow/i.test(cause.message);
}

/** What became of a subscription, other than its events. */
interface Progress {
  /** How many events were taken off the subscription so far. */
  taken: number;
  /** `caught-up` belongs behind so many events. */
  caughtUpBehind: number | undefined;
  failure: unknown;
}

/** One call of the server, to its end. */
async function* listen(
  connection: Connection,
  after: Position | undefined,
  prefixes: readonly string[] | undefined,
  control: Control,
): AsyncGenerator<SubscriptionMessage, void> {
  const subscription = connection.client.subscribeToAll({
    fromPosition: after ?? START,
    filter: streamNameFilter({ regex: patternOf(prefixes), checkpointInterval: CHECKPOINT_INTERVAL }),
    credentials: connection.credentials,
  });
  const progress: Progress = { taken: 0, caughtUpBehind: undefined, failure: undefined };
  const timer = watch(subscription, progress, control, connection.limits.callTimeoutMs);
  try {
    while (!control.stopped && !connection.isClosed()) {
      const event = take(subscription, progress);
      if (event) {
        yield { kind: 'event', event };
      } else if (progress.caughtUpBehind === progress.taken) {
        progress.caughtUpBehind = undefined;
        yield { kind: 'caught-up' };
      } else if (progress.failure !== undefined) {
        throw toStoreError(progress.failure);
      } else {
        await new Promise<void>((resolve) => {
          control.wake = resolve;
          if (subscription.readableLength > 0 || progress.failure !== undefined || control.stopped) resolve();
        });
      }
    }
  } finally {
    clearTimeout(timer);
    void subscription.unsubscribe().catch(() => undefined);
    subscription.destroy();
  }
}

function take(subscription: AllStreamSubscription, progress: Progress): StoredEvent | undefined {
  // The mark is looked at first: what was buffered when it came stands before it.
  if (progress.caughtUpBehind === progress.taken) return undefined;
  for (;;) {
    const resolved = subscription.read() as ResolvedEvent | null;
    if (!resolved) return undefined;
    progress.taken += 1;
    if (isOurs(resolved)) return decodeEvent(resolved);
    if (progress.caughtUpBehind === progress.taken) return undefined;
  }
}

/** Notes what the subscription tells beside its events, and wakes whoever waits for it. */
function watch(
  subscription: AllStreamSubscription,
  progress: Progress,
  control: Control,
  callTimeoutMs: number,
): NodeJS.Timeout {
  const fail = (failure: unknown) => {
    progress.failure ??= failure;
    control.wake();
  };
  const timer = setTimeout(() => fail(new NoAnswer(callTimeoutMs)), callTimeoutMs);
  subscription.on('error', fail);
  // The server may also end the call as if all was well.
  subscription.on('end', () => fail(new NoAnswer(0)));
  subscription.on('close', () => fail(new NoAnswer(0)));
  subscription.on('readable', () => control.wake());
  subscription.once('confirmation', () => clearTimeout(timer));
  subscription.on('caughtUp', () => {
    progress.caughtUpBehind = progress.taken + subscription.readableLength;
    control.wake();
  });
  return timer;
}

/** Streams of ours, or those whose names begin so: an expression, since the server compares prefixes by culture. */
function patternOf(prefixes: readonly string[] | undefined): string {
  if (!prefixes) return '^[^$]';
  const escaped = prefixes.map((prefix) => prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `^(?:${escaped.join('|')})`;
}
