import {
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  StreamDeletedError,
  WrongExpectedVersionError,
  type AppendResult,
} from '@eventstore/db-client';
import type { CheckedAppend, CheckedDecision } from '../check-decision';
import { CorruptStore, EventTooLarge, OutcomeUnknown, RevisionConflict, StoreUnavailable } from '../errors';
import type { Appended, AppendedStream } from '../event-store';
import type { JsonObject } from '../json';
import { attempted, bounded } from './calls';
import type { Connection } from './connection';
import { toStoreError } from './failures';
import { textOf } from './position';
import { headOf, readStream } from './read-stream';

/**
 * Appends the streams of a decision in their order, each under its exact revision. What was stored by an earlier,
 * equal attempt is found there and left, so that a repeat goes on where the first stopped.
 */
export async function appendDecision(connection: Connection, decision: CheckedDecision): Promise<Appended> {
  await assertUnchanged(connection, decision);
  const streams: AppendedStream[] = [];
  for (const append of decision.appends) {
    try {
      streams.push(await appendStream(connection, append));
    } catch (error) {
      throw withLanded(
        error,
        streams.map(({ stream }) => stream),
      );
    }
  }
  return { streams };
}

/** What an error means for a decision of which some streams are stored already. */
function withLanded(error: unknown, landed: readonly string[]): unknown {
  if (landed.length === 0) return error;
  if (error instanceof RevisionConflict) {
    return new RevisionConflict(error.stream, error.expectedRevision, error.actualRevision, landed);
  }
  // "Unavailable" says that nothing was stored, and something was.
  return error instanceof StoreUnavailable ? new OutcomeUnknown(error) : error;
}

/** Streams that were only read are read again: nothing else keeps them as they were. */
async function assertUnchanged(connection: Connection, { unchanged, appends, subject }: CheckedDecision) {
  const heads = await Promise.all(unchanged.map(({ stream }) => headOf(connection, stream)));
  const moved = unchanged.findIndex(({ revision }, index) => heads[index] !== revision);
  if (moved === -1) return;
  // A decision whose subject is stored was right when it was made, whatever moved since.
  if (await isStored(connection, subject)) return;
  const { stream, revision } = unchanged[moved]!;
  const stored = await Promise.all(appends.map((append) => isStored(connection, append)));
  const landed = appends.filter((_append, index) => stored[index]).map((append) => append.stream);
  throw new RevisionConflict(stream, revision, heads[moved]!, landed);
}

async function isStored(connection: Connection, { stream, expectedRevision, events }: CheckedAppend) {
  const slice = await readStream(connection, stream, {
    fromRevision: expectedRevision + 1,
    limit: events.length,
  });
  return (
    slice.events.length === events.length && events.every(({ id }, index) => id === slice.events[index]!.id)
  );
}

async function appendStream(connection: Connection, append: CheckedAppend): Promise<AppendedStream> {
  const outcome = await attempted(connection.limits, () => appendOnce(connection, append));
  if ('value' in outcome) {
    const { value, attempts } = outcome;
    // After a repeat the server counts an equal one as done whatever it held: what stands there is what counts.
    return attempts > 1 ? standing(connection, append) : appendedStream(connection, append, value);
  }
  const { failure, mayBeDone } = outcome;
  if (failure instanceof WrongExpectedVersionError) throw await conflictOf(connection, append);
  if (failure instanceof StreamDeletedError) throw deletedFromOutside(append);
  if (failure instanceof MaxAppendSizeExceededError) {
    throw new EventTooLarge(append.stream, sizeOf(append), failure.maxAppendSize);
  }
  // Also a refusal settles nothing of an attempt before it that had no answer.
  if (mayBeDone) throw new OutcomeUnknown(failure);
  throw toStoreError(failure);
}

function appendOnce(
  { client, credentials, limits: { callTimeoutMs } }: Connection,
  { stream, expectedRevision, events }: CheckedAppend,
): Promise<AppendResult> {
  const proposed = events.map(({ id, type, data, metadata }) =>
    jsonEvent({
      id,
      type,
      data: JSON.parse(data) as JsonObject,
      metadata: JSON.parse(metadata) as JsonObject,
    }),
  );
  const call = client.appendToStream(stream, proposed, {
    expectedRevision: expectedRevision === -1 ? NO_STREAM : BigInt(expectedRevision),
    credentials,
    requiresLeader: true,
    deadline: callTimeoutMs,
  });
  return bounded(call, callTimeoutMs);
}

async function appendedStream(
  connection: Connection,
  append: CheckedAppend,
  { nextExpectedRevision, position }: AppendResult,
): Promise<AppendedStream> {
  const { stream, expectedRevision, events } = append;
  const lastRevision = expectedRevision + events.length;
  // A stream that was deleted softly takes a first event behind its old revisions.
  if (Number(nextExpectedRevision) !== lastRevision) throw deletedFromOutside(append);
  if (!position) return standing(connection, append);
  return { stream, firstRevision: expectedRevision + 1, lastRevision, lastPosition: textOf(position) };
}

/** Where the events of an append stand. */
async function standing(connection: Connection, append: CheckedAppend): Promise<AppendedStream> {
  const { stream, expectedRevision, events } = append;
  const firstRevision = expectedRevision + 1;
  const slice = await readStream(connection, stream, {
    fromRevision: firstRevision,
    limit: events.length,
  }).catch((error: unknown) => {
    // The server took the append; that it cannot be read now does not make it undone.
    throw error instanceof StoreUnavailable ? new OutcomeUnknown(error) : error;
  });
  const last = slice.events.at(-1);
  const isWhole = slice.events.length === events.length && last !== undefined;
  if (!isWhole || events.some(({ id }, index) => slice.events[index]!.id !== id)) {
    throw new CorruptStore(
      `What was appended to ${stream} does not stand behind revision ${expectedRevision}.`,
    );
  }
  return { stream, firstRevision, lastRevision: last.revision, lastPosition: last.position };
}

/** The server's word on where the stream is may be ahead of what any reader sees, so the stream is asked. */
async function conflictOf(connection: Connection, { stream, expectedRevision }: CheckedAppend) {
  return new RevisionConflict(stream, expectedRevision, await headOf(connection, stream));
}

const deletedFromOutside = ({ stream }: CheckedAppend) =>
  new CorruptStore(`The stream ${stream} was deleted or truncated from outside.`);

const sizeOf = ({ events }: CheckedAppend) =>
  events.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata), 0);
