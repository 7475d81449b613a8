import type { EventStore, SubscribeOptions } from '@yihu/event-store';
import type { Checkpoint } from './bookkeeping';

/** The store does not hold the event that the read models have seen last. */
export class StoreMismatch extends Error {
  override readonly name = 'StoreMismatch';

  constructor(file: string, { position, eventId }: Checkpoint, cause: unknown) {
    super(
      `The read models in ${file} have seen the event ${eventId} at position ${position}, which this event store ` +
        'does not hold: one of the two is a restored or another copy. Rebuild the read models.',
      { cause },
    );
  }
}

/** Where a subscription goes on. */
export function subscribeBehind(checkpoint: Checkpoint | undefined): SubscribeOptions {
  if (checkpoint === undefined) return {};
  return { afterPosition: checkpoint.position, afterEventId: checkpoint.eventId };
}

/**
 * Throws `StoreMismatch` when the store does not hold the event of the checkpoint. Following such a store would
 * mix two histories without a sign.
 */
export async function assertStoreMatches(
  store: EventStore,
  checkpoint: Checkpoint | undefined,
  file: string,
): Promise<void> {
  if (checkpoint === undefined) return;
  const subscription = store.subscribe(subscribeBehind(checkpoint));
  try {
    // A subscription checks its start before the first message, and `caught-up` comes even when nothing is new.
    await subscription[Symbol.asyncIterator]().next();
  } catch (error) {
    throw isMismatch(error) ? new StoreMismatch(file, checkpoint, error) : error;
  } finally {
    subscription.stop();
  }
}

/** The event at the position is another, or the position is one of another kind of store. */
function isMismatch(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'position-mismatch' || code === 'bad-position';
}
