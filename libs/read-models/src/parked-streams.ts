import { kindOf } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { metadataOf, subjectIdOf } from './read-model';
import { storableText } from './row-check';
import { integer, table, text, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';

/** Streams that could not be projected further. Their rows stand still until someone retries. */
export const parkedTable = table(
  'parked_streams',
  {
    stream: text,
    kind: text,
    subjectId: text,
    /** The first revision that is not in the rows. */
    firstRevision: integer,
    /** The last revision that was delivered. */
    lastRevision: integer,
    /** How many events are held back. */
    eventCount: integer,
    /** Type, position and time of the event that failed, and why. */
    eventType: text,
    position: text,
    recordedAt: text,
    error: text,
  },
  { key: ['stream'], small: true },
);

/** A stream that stands still: since which event, and why. */
export type ParkedStream = RowOf<typeof parkedTable>;

/** An event is not the next of its stream. */
export class RevisionGap extends Error {
  override readonly name = 'RevisionGap';

  constructor(expected: number, actual: number) {
    super(`revision ${expected} was expected and ${actual} was delivered`);
  }
}

/** The stream as parked by an event that could not be projected. */
export function parkedBy(error: unknown, event: StoredEvent, firstRevision: number): ParkedStream {
  const { stream, revision, type, position } = event;
  const { recordedAt } = metadataOf(event);
  return {
    stream,
    kind: kindOf(stream),
    subjectId: subjectIdOf(stream),
    firstRevision,
    lastRevision: revision,
    eventCount: 1,
    eventType: storableText(type),
    position,
    recordedAt: typeof recordedAt === 'string' ? recordedAt : '',
    error: storableText(error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  };
}

/** Counts an event of a parked stream, once however often it is delivered. */
export function holdBack(parked: ParkedStream, event: StoredEvent): ParkedStream {
  if (event.revision <= parked.lastRevision) return parked;
  return { ...parked, lastRevision: event.revision, eventCount: parked.eventCount + 1 };
}

/** All parked streams, in the order of their names. Readiness is red while there are any. */
export async function listParkedStreams(database: ReadModelDatabase): Promise<readonly ParkedStream[]> {
  return database.selectFrom('parked_streams').selectAll().orderBy('stream').execute();
}
