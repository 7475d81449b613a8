import { CorruptStore, PositionMismatch } from '../errors';
import type { ReadOptions, StoredEvent, StreamSlice } from '../event-store';
import type { JsonObject } from '../json';
import { parsePosition } from './position';
import { headOf, type EventRow, type Statements } from './statements';

/** Reads a part of a stream. Throws `CorruptStore` when an event that must be there is not. */
export function readStream(statements: Statements, stream: string, options: ReadOptions = {}): StreamSlice {
  const lastRevision = headOf(statements, stream);
  const { direction, limit = Infinity } = options;
  const backwards = direction === 'backwards';
  const start = options.fromRevision ?? (backwards ? lastRevision : 0);
  const first = backwards ? Math.max(Math.min(start, lastRevision) - limit + 1, 0) : start;
  const last = Math.min(backwards ? start : start + limit - 1, lastRevision);

  const statement = backwards ? statements.backwards : statements.forwards;
  const rows = statement.all(stream, first, last);
  // A stream without its first event or with a gap must never pass for a new or a shorter one. As revisions
  // are unique in a stream, none is missing when there are as many as there must be.
  if (rows.length !== Math.max(last - first + 1, 0)) {
    throw new CorruptStore(`Events are missing between the revisions ${first} and ${last} of ${stream}.`);
  }
  return { lastRevision, events: rows.map(decodeEvent) };
}

/** Reads the next rows of the total order. Throws `CorruptStore` when a row between them is gone. */
export function readPage(statements: Statements, afterRowid: number, limit: number): readonly EventRow[] {
  const rows = statements.page.all(afterRowid, limit);
  const gap = rows.findIndex((row, index) => row.position !== afterRowid + 1 + index);
  if (gap !== -1) throw new CorruptStore(`The event at position ${afterRowid + 1 + gap} is missing.`);
  return rows;
}

/**
 * The rowid to go on behind; 0 is the start. Throws `BadPosition`, or `PositionMismatch` when the event that
 * the caller has seen there does not stand there.
 */
export function startAfter(statements: Statements, position: string | undefined, eventId?: string): number {
  if (position === undefined) return 0;
  const rowid = parsePosition(position);
  const actualId = statements.idAtPosition.all(rowid)[0]?.id;
  if (actualId === undefined || (eventId !== undefined && eventId.toLowerCase() !== actualId)) {
    throw new PositionMismatch(position, eventId, actualId);
  }
  return rowid;
}

/** Turns a row into the event that was stored. Throws `CorruptStore` when its JSON is damaged. */
export function decodeEvent(row: EventRow): StoredEvent {
  return {
    position: String(row.position),
    stream: row.stream,
    revision: row.revision,
    id: row.id,
    type: row.type,
    data: parseObject(row, 'data'),
    metadata: parseObject(row, 'metadata'),
  };
}

function parseObject(row: EventRow, column: 'data' | 'metadata'): JsonObject {
  try {
    return JSON.parse(row[column]) as JsonObject;
  } catch (cause) {
    throw new CorruptStore(`The ${column} of revision ${row.revision} of ${row.stream} is not JSON.`, {
      cause,
    });
  }
}
