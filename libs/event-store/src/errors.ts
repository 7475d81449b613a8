/** The codes of all errors that a store throws on purpose. */
export type StoreErrorCode =
  | 'bad-event'
  | 'bad-position'
  | 'bad-read'
  | 'corrupt-store'
  | 'duplicate-event-id'
  | 'event-too-large'
  | 'outcome-unknown'
  | 'position-mismatch'
  | 'revision-conflict'
  | 'store-not-locked'
  | 'store-unavailable';

/** What all errors of the store have in common. Their messages name streams and ids, and never hold event data. */
export abstract class StoreError extends Error {
  abstract readonly code: StoreErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A decision or an event that no store may take; found before anything is called. */
export class BadEvent extends StoreError {
  readonly code = 'bad-event';
}

/** The arguments of a read are wrong: a limit below 1, a negative revision, an impossible stream name. */
export class BadRead extends StoreError {
  readonly code = 'bad-read';
}

/** The text is not a position that this kind of store gives out. */
export class BadPosition extends StoreError {
  readonly code = 'bad-position';

  constructor(readonly position: string) {
    super(`"${position}" is not a position of this store.`);
  }
}

/** The event at a stored position is gone or is another: the store is a restored or a different copy. */
export class PositionMismatch extends StoreError {
  readonly code = 'position-mismatch';

  constructor(
    readonly position: string,
    readonly expectedEventId: string | undefined,
    readonly actualEventId: string | undefined,
  ) {
    super(
      `At position ${position} stands ${actualEventId ?? 'no event'} instead of ${expectedEventId ?? 'an event'}.`,
    );
  }
}

/** An event, or the events for one stream together, are larger than every store takes. */
export class EventTooLarge extends StoreError {
  readonly code = 'event-too-large';

  constructor(
    readonly stream: string,
    readonly sizeBytes: number,
    readonly limitBytes: number,
  ) {
    super(`An append of ${sizeBytes} bytes to ${stream} is above the limit of ${limitBytes} bytes.`);
  }
}

/** A stream is not at the revision that the decision was made on. -1 stands for a stream without events. */
export class RevisionConflict extends StoreError {
  readonly code = 'revision-conflict';

  constructor(
    readonly stream: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
    /** Streams of the same decision that were stored before the conflict was met; none on an atomic store. */
    readonly landed: readonly string[] = [],
  ) {
    super(`The stream ${stream} is at revision ${actualRevision}, not at ${expectedRevision}.`);
  }
}

/** The id of a new event already belongs to an event at another place. */
export class DuplicateEventId extends StoreError {
  readonly code = 'duplicate-event-id';

  constructor(
    readonly eventId: string,
    readonly stream: string,
    readonly revision: number,
  ) {
    super(`The event id ${eventId} already stands at revision ${revision} of ${stream}.`);
  }
}

/** Nobody knows whether the decision was stored; only the same decision appended again settles it. */
export class OutcomeUnknown extends StoreError {
  readonly code = 'outcome-unknown';

  constructor(cause: unknown) {
    super('The store failed while it committed; the outcome is unknown.', { cause });
  }
}

/** The store cannot be reached, is full, closed or has failed. Nothing was stored. */
export class StoreUnavailable extends StoreError {
  readonly code = 'store-unavailable';
}

/** Anyone could delete or truncate a stream of this store: an operator must forbid it before it is used. */
export class StoreNotLocked extends StoreError {
  readonly code = 'store-not-locked';

  constructor() {
    super(
      'The event store lets users delete streams or set their metadata. Set $userStreamAcl in the stream ' +
        '$settings so that $d and $mw are for $admins only.',
    );
  }
}

/** What is stored cannot be right: a stream with a gap or without its first event, a damaged row or file. */
export class CorruptStore extends StoreError {
  readonly code = 'corrupt-store';
}
