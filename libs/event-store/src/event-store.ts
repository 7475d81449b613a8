import type { JsonObject } from './json';

/** An event as it stands in the store. Events of one decision have rising positions, and so have all others. */
export interface StoredEvent {
  /** Where the event stands in the total order: opaque, compared by `comparePositions` alone. */
  readonly position: string;
  readonly stream: string;
  /** Where the event stands in its stream, counted from 0 without a gap. */
  readonly revision: number;
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event to be stored. The id is a UUID that no other event of the store has. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** Events for one stream, which go behind the very revision that was read. */
export interface StreamAppend {
  /** Printable ASCII without spaces, not beginning with `$`, at most 200 characters. */
  readonly stream: string;
  /** The revision of the stream's last event; -1 = the stream must not exist. */
  readonly expectedRevision: number;
  readonly events: readonly NewEvent[];
}

/** A stream that was only read; -1 = it did not exist. */
export interface StreamRevision {
  readonly stream: string;
  readonly revision: number;
}

/**
 * What one command writes (design 6): what it takes before its subject, the subject, whose append decides,
 * and what it gives back after. A stream is named once in a decision.
 */
export interface Decision {
  readonly takes: readonly StreamAppend[];
  readonly subject: StreamAppend;
  readonly gives: readonly StreamAppend[];
  /** Streams that the decision rests on without writing to them. */
  readonly unchanged: readonly StreamRevision[];
}

/** Where the events of one stream landed. */
export interface AppendedStream {
  readonly stream: string;
  readonly firstRevision: number;
  readonly lastRevision: number;
  readonly lastPosition: string;
}

/** Where a decision landed: its streams in the order takes, subject, gives. */
export interface Appended {
  readonly streams: readonly AppendedStream[];
}

/** A part of one stream. */
export interface StreamSlice {
  /** The revision of the stream's last event, whether or not it is in this slice; -1: the stream does not exist. */
  readonly lastRevision: number;
  readonly events: readonly StoredEvent[];
}

/** Which part of a stream is read, and in which direction; all of it forwards by default. */
export interface ReadOptions {
  /** The first event of the answer. By default the stream's first event, or its last when reading backwards. */
  readonly fromRevision?: number;
  readonly limit?: number;
  readonly direction?: 'forwards' | 'backwards';
}

/** Which events a subscription delivers. */
export interface SubscribeOptions {
  /** The position of the last event already handled; from the first event when missing. */
  readonly afterPosition?: string;
  /** The id of the event at `afterPosition`, so that a restored copy of the store is noticed. */
  readonly afterEventId?: string;
  /** Only streams whose names begin with one of these. */
  readonly streamPrefixes?: readonly string[];
}

/** Which part of the total order is read. */
export interface ReadAllOptions {
  readonly afterPosition?: string;
  readonly limit: number;
}

/** `caught-up`: every event stored so far was delivered. It comes at least once; a store may send it again later. */
export type SubscriptionMessage =
  { readonly kind: 'event'; readonly event: StoredEvent } | { readonly kind: 'caught-up' };

/**
 * Events in total order, first those stored and then those to come, for one `for await` loop.
 *
 * The loop throws `BadPosition` or `PositionMismatch` before the first message when the start is not a
 * position of this store, and `StoreUnavailable` or `CorruptStore` when the store fails; it is then
 * over, and the consumer subscribes again after the last event that it handled.
 */
export interface Subscription extends AsyncIterable<SubscriptionMessage> {
  /** Ends the loop quietly: no message is delivered after this call. */
  stop(): void;
}

/** The port: streams of events under expected revisions, in one total order. */
export interface EventStore {
  /** Whether the streams of a decision become visible together; otherwise a recovery sweep settles a part. */
  readonly atomic: boolean;

  /** Reads a stream. Throws `BadRead`, `CorruptStore` for a stream with a gap, or `StoreUnavailable`. */
  read(stream: string, options?: ReadOptions): Promise<StreamSlice>;

  /**
   * Stores a decision, each stream under its exact revision: all or nothing is visible after recovery.
   *
   * Events whose ids already stand at their expected places are a repeat: the answer is that of the first
   * time and nothing is written, whatever the data. A decision of which only a part is stored is a conflict.
   *
   * Throws `BadEvent` and `EventTooLarge` before anything is written, `RevisionConflict` (of several, any
   * may be named), `DuplicateEventId`, `StoreUnavailable` (nothing was stored) or `OutcomeUnknown` (the
   * same decision must be appended again to learn the outcome).
   */
  append(decision: Decision): Promise<Appended>;

  subscribe(options: SubscribeOptions): Subscription;

  /** Reads the total order. Throws `BadRead`, `BadPosition`, `PositionMismatch` or `StoreUnavailable`. */
  readAll(options: ReadAllOptions): Promise<readonly StoredEvent[]>;

  /** Negative when `a` comes before `b`, 0 when they are the same. Throws `BadPosition`. */
  comparePositions(a: string, b: string): number;

  /** Ends all subscriptions quietly and lets the store go; everything later but another `close` throws `StoreUnavailable`. */
  close(): Promise<void>;
}

/** A store that can put several decisions into one commit. */
export interface AtomicEventStore extends EventStore {
  readonly atomic: true;

  /** Commits that stored something so far, for measuring group commit. */
  readonly commitCount: number;

  /** An input or output error happened: reads may go on, appends are refused, and the process should exit. */
  readonly failed: boolean;

  /**
   * Runs `work` in one transaction and commits what it appended. Nothing is stored when `work` throws.
   *
   * `work` runs at once and must not be asynchronous. Throws what `work` throws, `StoreUnavailable` when
   * nothing was stored, and `OutcomeUnknown` when COMMIT fails.
   */
  transact<T>(work: (transaction: StoreTransaction) => T): T;
}

/** The store inside `transact`; it is of no use afterwards. */
export interface StoreTransaction {
  /** The `recordedAt` of the last event in the store ('' when empty), so that time never runs backwards in it. */
  readonly lastRecordedAt: string;

  /** As `EventStore.read`, forwards to the end, and sees what this transaction appended. */
  read(stream: string, fromRevision?: number): StreamSlice;

  /** As `EventStore.append`. A refused decision leaves nothing behind, and the transaction goes on. */
  append(decision: Decision): Appended;
}
