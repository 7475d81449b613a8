export { openEmbeddedStore } from './embedded/open-embedded-store';
export type { EmbeddedFolder } from './embedded/open-embedded-store';
export { openEventStoreDb } from './eventstoredb/open-eventstoredb-store';
export type { EventStoreDbPlace } from './eventstoredb/open-eventstoredb-store';
export {
  BadEvent,
  BadPosition,
  BadRead,
  CorruptStore,
  DuplicateEventId,
  EventTooLarge,
  OutcomeUnknown,
  PositionMismatch,
  RevisionConflict,
  StoreError,
  StoreNotLocked,
  StoreUnavailable,
} from './errors';
export type { StoreErrorCode } from './errors';
export type {
  Appended,
  AppendedStream,
  AtomicEventStore,
  Decision,
  EventStore,
  NewEvent,
  ReadAllOptions,
  ReadOptions,
  StoredEvent,
  StoreTransaction,
  StreamAppend,
  StreamRevision,
  StreamSlice,
  SubscribeOptions,
  Subscription,
  SubscriptionMessage,
} from './event-store';
export type { JsonObject, JsonValue } from './json';
