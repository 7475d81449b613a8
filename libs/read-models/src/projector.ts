import type { EventStore, StoredEvent } from '@yihu/event-store';
import { streamRevisionTable } from './bookkeeping';
import type { ReadModels } from './database';
import { followStore } from './follow-store';
import { parkedTable } from './parked-streams';
import { checkpointOf, openWriter, type Writer } from './project-page';
import { keepStatistics, type ProjectorStatistics } from './projector-statistics';
import { retryParkedStreams, type Retried } from './retry-parked';
import { createRevisionWaiters, type RevisionWaiters } from './revision-waiters';
import { assertStoreMatches } from './store-match';

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  /** Told of every failure of the store or of the read models; the projector goes on by itself. */
  readonly onError?: (error: unknown) => void;
  /** Told which streams have changed rows now; it must not throw. */
  readonly onProjected?: (streams: Iterable<string>) => void;
  /** The clock that the lag is measured by, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** Keeps the read models up with the store. There is one for each file of read models, and it starts once. */
export interface Projector {
  /**
   * Tries parked streams once more and begins to follow the store. Throws `StoreMismatch` when the store does
   * not hold the event that the read models have seen last, and the store's own error when it cannot be read.
   */
  start(): Promise<void>;
  /** Ends following after the page in hand. Whoever waits is answered. */
  stop(): Promise<void>;
  /** Resolves when every event stored so far is projected or parked; rejects when stopped before. */
  caughtUp(): Promise<void>;
  /**
   * Whether the read models have passed a revision of a stream, waiting for it up to the timeout. False at once
   * for a parked stream, which no waiting moves.
   */
  waitFor(stream: string, revision: number, timeoutMs: number): Promise<boolean>;
  /** Whether a stream stands still in the read models, because an event of it could not be projected. */
  isParked(stream: string): boolean;
  /** Tries the parked streams again, each from the event that failed. */
  retryParked(): Promise<Retried>;
  stats(): ProjectorStatistics;
}

/** Makes a projector that stands still until it is started. */
export function createProjector(options: ProjectorOptions): Projector {
  const { store, readModels, onError, onProjected, now = Date.now } = options;
  const writer = openWriter(readModels);
  const waiters = createRevisionWaiters();
  const statistics = keepStatistics(now);
  const caughtUp = createSignal();
  const stopping = new AbortController();
  let following: Promise<void> | undefined;

  const changed = (streams: Iterable<string>) => {
    onProjected?.(streams);
    for (const stream of streams) answerWaiters(writer, waiters, stream);
  };

  const retryParked = async () => {
    const retried = await retryParkedStreams(store, writer);
    changed(retried.released);
    return retried;
  };

  return {
    async start() {
      if (following !== undefined || stopping.signal.aborted) throw new Error('a projector starts once');
      await assertStoreMatches(store, checkpointOf(writer), readModels.file);
      await retryParked();
      statistics.followed();
      following = followStore({
        store,
        writer,
        signal: stopping.signal,
        onPage(events, seconds) {
          statistics.projected(events, seconds);
          changed(streamsOf(events));
        },
        onCaughtUp() {
          statistics.caughtUp();
          caughtUp.give();
        },
        onFailure(error) {
          statistics.failed(error);
          onError?.(error);
        },
      });
    },
    async stop() {
      stopping.abort();
      await following;
      statistics.stopped();
      waiters.end();
      caughtUp.withhold(new Error('the projector was stopped before it had caught up'));
    },
    caughtUp: () => caughtUp.given,
    async waitFor(stream, revision, timeoutMs) {
      if (revisionOf(writer, stream) >= revision) return true;
      if (stopping.signal.aborted || writer.rows.get(parkedTable, stream) !== undefined) return false;
      return waiters.wait(stream, revision, timeoutMs);
    },
    isParked: (stream) => writer.rows.get(parkedTable, stream) !== undefined,
    retryParked,
    stats: statistics.read,
  };
}

function revisionOf({ rows }: Writer, stream: string): number {
  return rows.get(streamRevisionTable, stream)?.revision ?? -1;
}

function answerWaiters(writer: Writer, waiters: RevisionWaiters, stream: string): void {
  waiters.reached(stream, revisionOf(writer, stream));
  if (writer.rows.get(parkedTable, stream) !== undefined) waiters.end(stream);
}

function streamsOf(events: readonly StoredEvent[]): ReadonlySet<string> {
  return new Set(events.map((event) => event.stream));
}

/** A promise that is settled from outside, once. */
function createSignal() {
  let give = () => {};
  let withhold = (_reason: Error) => {};
  const given = new Promise<void>((resolve, reject) => {
    give = resolve;
    withhold = reject;
  });
  // Nobody has to wait for it, so a rejection that nobody hears is no failure.
  given.catch(() => undefined);
  return { given, give: () => give(), withhold: (reason: Error) => withhold(reason) };
}
