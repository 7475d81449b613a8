import { sqliteFault } from '@yihu/sql';
import type { CheckedAppend, CheckedDecision } from '../check-decision';
import { CorruptStore, DuplicateEventId, RevisionConflict } from '../errors';
import type { Appended, AppendedStream } from '../event-store';
import { headOf, type Statements } from './statements';

/**
 * Stores a decision inside the open transaction, or finds it already stored and answers as the first time.
 *
 * Throws `RevisionConflict` or `DuplicateEventId`; then nothing of the decision is left in the transaction.
 * Any other failure of SQLite passes through and leaves the transaction fit for nothing but a rollback.
 */
export function appendDecision(statements: Statements, decision: CheckedDecision): Appended {
  const heads = headsOf(statements, decision);
  const repeated = decision.appends.map((append) => findRepeat(statements, heads, append));
  if (repeated.every((stream) => stream !== undefined)) return { streams: repeated };
  assertRevisions(heads, decision);
  return { streams: insertAll(statements, decision.appends) };
}

/** The last revision of every stream that the decision names. */
type Heads = ReadonlyMap<string, number>;

function headsOf(statements: Statements, { appends, unchanged }: CheckedDecision): Heads {
  return new Map([...appends, ...unchanged].map(({ stream }) => [stream, headOf(statements, stream)]));
}

/** Where the events already stand, when exactly these ids follow the expected revision. */
function findRepeat(statements: Statements, heads: Heads, append: CheckedAppend): AppendedStream | undefined {
  const { stream, expectedRevision, events } = append;
  const last = expectedRevision + events.length;
  if ((heads.get(stream) ?? -1) < last) return undefined;
  const places = statements.places.all(stream, expectedRevision + 1, last);
  const lastPlace = places.at(-1);
  const isSame = events.every((event, index) => event.id === places[index]?.id);
  return lastPlace && isSame ? appendedStream(append, lastPlace.position) : undefined;
}

/** The subject is checked first: a decision whose subject moved on is answered otherwise than a busy ledger. */
function assertRevisions(heads: Heads, { subject, appends, unchanged }: CheckedDecision): void {
  for (const { stream, expectedRevision } of [subject, ...appends]) {
    assertRevision(heads, stream, expectedRevision);
  }
  for (const { stream, revision } of unchanged) assertRevision(heads, stream, revision);
}

function assertRevision(heads: Heads, stream: string, expectedRevision: number): void {
  const head = heads.get(stream) ?? -1;
  if (head !== expectedRevision) throw new RevisionConflict(stream, expectedRevision, head);
}

/** Only the unique event ids can still refuse, so the savepoint is there to take back what came before one. */
function insertAll(statements: Statements, appends: readonly CheckedAppend[]): readonly AppendedStream[] {
  statements.savepoint.run();
  try {
    const streams = appends.map((append) => insertOne(statements, append));
    statements.releaseSavepoint.run();
    return streams;
  } catch (error) {
    if (sqliteFault(error) !== 'unique') throw error;
    statements.undoSavepoint.run();
    statements.releaseSavepoint.run();
    throw duplicateOf(statements, appends, error);
  }
}

function insertOne(statements: Statements, append: CheckedAppend): AppendedStream {
  let position = 0;
  append.events.forEach(({ id, type, data, metadata }, index) => {
    const revision = append.expectedRevision + 1 + index;
    const { lastInsertRowid } = statements.insert.run(append.stream, revision, id, type, data, metadata);
    position = Number(lastInsertRowid);
  });
  return appendedStream(append, position);
}

function duplicateOf(statements: Statements, appends: readonly CheckedAppend[], cause: unknown): Error {
  const ids = appends.flatMap((append) => append.events.map((event) => event.id));
  const place = ids.map((id) => statements.placeOfId.all(id)[0]).find((found) => found !== undefined);
  if (place) return new DuplicateEventId(place.id, place.stream, place.revision);
  return new CorruptStore('An index refuses events that the table does not hold.', { cause });
}

function appendedStream(
  { stream, expectedRevision, events }: CheckedAppend,
  position: number,
): AppendedStream {
  return {
    stream,
    firstRevision: expectedRevision + 1,
    lastRevision: expectedRevision + events.length,
    lastPosition: String(position),
  };
}
