import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { createRecentIds } from './recent-ids';

/** An event as the server keeps it: bytes that it never looks into. */
export interface LoggedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
  /** The byte offset in the log; commit and prepare position are the same. */
  readonly position: bigint;
  /** Units of 100 nanoseconds since 1970. */
  readonly createdTicks: bigint;
}

export type ProposedEvent = Pick<LoggedEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** What the server answers to an append. -1 stands for a stream that does not exist. */
export type AppendOutcome =
  | { readonly kind: 'success'; readonly revision: number; readonly position: bigint | undefined }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  | { readonly kind: 'stream-deleted' };

interface StreamState {
  readonly events: LoggedEvent[];
  /** The first revision that readers still see. */
  firstKept: number;
  deleted: 'no' | 'soft' | 'hard';
}

/** One line of the file: a whole append, or something done to a stream from outside. */
type Line =
  | {
      readonly stream: string;
      readonly revision: number;
      readonly createdMs: number;
      readonly events: readonly (readonly [
        id: string,
        type: string,
        contentType: string,
        data: string,
        metadata: string,
      ])[];
    }
  | { readonly stream: string; readonly truncateBefore: number }
  | { readonly stream: string; readonly deleted: 'soft' | 'hard' };

export type EventLog = ReturnType<typeof openEventLog>;

/** Where the server truncates a stream that is deleted; no JavaScript number says it exactly. */
const SOFTLY_DELETED = 2 ** 63;

function metadataOf(truncateBefore: number): ProposedEvent {
  const data = Buffer.from(JSON.stringify({ $tb: truncateBefore }));
  const event = { type: '$metadata', contentType: 'application/json', metadata: Buffer.alloc(0) };
  return { ...event, id: randomUUID(), data };
}

/**
 * The server's data: every append is one line of a file, written before it is answered, so that a kill loses a
 * torn last line at most. The rules are those of the server's index writer, row by row.
 */
export function openEventLog(file: string) {
  const streams = new Map<string, StreamState>();
  const all: LoggedEvent[] = [];
  // In memory only: a server that starts again has forgotten it.
  const recent = createRecentIds();
  const listeners = new Set<() => void>();
  let sizeBytes = 0;

  const stateOf = (stream: string): StreamState => {
    const known = streams.get(stream) ?? { events: [], firstKept: 0, deleted: 'no' };
    streams.set(stream, known);
    return known;
  };

  function apply(line: Line, offset: number): void {
    const state = stateOf(line.stream);
    if ('truncateBefore' in line) {
      state.firstKept = line.truncateBefore;
    } else if ('deleted' in line) {
      state.deleted = line.deleted;
      state.firstKept = state.events.length;
    } else {
      state.deleted = 'no';
      line.events.forEach(([id, type, contentType, data, metadata], index) => {
        const event: LoggedEvent = {
          stream: line.stream,
          revision: line.revision + index,
          id,
          type,
          contentType,
          data: Buffer.from(data, 'base64'),
          metadata: Buffer.from(metadata, 'base64'),
          position: BigInt(offset + index + 1),
          createdTicks: BigInt(line.createdMs) * 10_000n,
        };
        state.events.push(event);
        all.push(event);
      });
    }
  }

  function load(): void {
    if (!existsSync(file)) return;
    const bytes = readFileSync(file);
    const whole = bytes.lastIndexOf(0x0a) + 1;
    if (whole < bytes.length) truncateSync(file, whole);
    for (const text of bytes.subarray(0, whole).toString('utf8').split('\n')) {
      if (text === '') continue;
      apply(JSON.parse(text) as Line, sizeBytes);
      sizeBytes += Buffer.byteLength(text) + 1;
    }
  }

  load();
  const descriptor = openSync(file, 'a');

  function write(line: Line): void {
    const text = `${JSON.stringify(line)}\n`;
    writeSync(descriptor, text);
    apply(line, sizeBytes);
    sizeBytes += Buffer.byteLength(text);
    for (const listener of listeners) listener();
  }

  function store(stream: string, events: readonly ProposedEvent[]): AppendOutcome {
    const state = stateOf(stream);
    const revision = state.events.length;
    // A stream that was deleted softly goes on behind its old revisions, which stay hidden.
    if (state.deleted === 'soft') write({ stream, truncateBefore: revision });
    write({
      stream,
      revision,
      createdMs: Date.now(),
      events: events.map((event) => [
        event.id,
        event.type,
        event.contentType,
        event.data.toString('base64'),
        event.metadata.toString('base64'),
      ]),
    });
    events.forEach(({ id }, index) => recent.add(id, stream, revision + index));
    return { kind: 'success', revision: state.events.length - 1, position: state.events.at(-1)!.position };
  }

  function repeated(state: StreamState, revision: number): AppendOutcome {
    const position = revision < state.firstKept ? undefined : state.events[revision]!.position;
    return { kind: 'success', revision, position };
  }

  /** Rows 1 to 8 of the table of appends. */
  function append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly ProposedEvent[],
  ): AppendOutcome {
    const state = stateOf(stream);
    const head = state.events.length - 1;
    const current = { kind: 'wrong-expected-version', current: head } as const;
    if (state.deleted === 'hard') return { kind: 'stream-deleted' };
    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && state.deleted === 'soft') return { kind: 'stream-deleted' };
      if (expected === 'stream_exists' && head === -1) return current;
      const places = events.map(({ id }) => recent.revisionIn(stream, id));
      if (places[0] === undefined) return store(stream, events);
      if (places.includes(undefined)) return current;
      return repeated(state, places.at(-1)!);
    }
    const after = expected === 'no_stream' ? -1 : expected;
    if (head < after) return current;
    if (head === after) return store(stream, events);
    const same = events.map(({ id }, index) => state.events[after + 1 + index]?.id === id);
    if (same.every(Boolean) && state.deleted === 'no') return repeated(state, after + events.length);
    if (expected === 'no_stream' && state.deleted === 'soft' && !same[0]) return store(stream, events);
    return current;
  }

  return {
    append,
    /** Events in total order, without those that are hidden in their streams. */
    all: all as readonly LoggedEvent[],
    /** The visible events of a stream; `missing` when a reader is told that there is none. */
    read(stream: string): 'missing' | 'deleted' | readonly LoggedEvent[] {
      const state = streams.get(stream);
      if (state?.deleted === 'hard') return 'deleted';
      if (!state || state.events.length === 0 || state.deleted === 'soft') return 'missing';
      return state.events.slice(state.firstKept);
    },
    /** What somebody with the rights can do to a stream, and does by writing its metadata. */
    truncateBefore(stream: string, revision: number): void {
      store(`$$${stream}`, [metadataOf(revision)]);
      write({ stream, truncateBefore: revision });
    },
    softDelete(stream: string): void {
      store(`$$${stream}`, [metadataOf(SOFTLY_DELETED)]);
      write({ stream, deleted: 'soft' });
    },
    tombstone(stream: string): void {
      store(stream, [{ ...metadataOf(0), type: '$streamDeleted' }]);
      write({ stream, deleted: 'hard' });
    },
    /** Calls back after each write until the answer is called. */
    listen(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => closeSync(descriptor),
  };
}
