import type { NewEvent, StoredEvent } from '@yihu/event-store';
import {
  CorruptHistory,
  fold,
  unwritten,
  type Folded,
  type Metadata,
  type RecordedFact,
  type Workflow,
} from '@yihu/workflow';
import { eventHash } from './event-chain';

/** What the engine remembers of a stream: enough to decide, to chain and to recognise a command again. */
export interface KnownStream {
  readonly folded: Folded;
  /** The hash of the last event, or `undefined` without one. */
  readonly lastHash: string | undefined;
  /** When the last event was recorded, or an empty text without one. */
  readonly lastRecordedAt: string;
  /**
   * The last revision of each command's facts, or `ABANDONED`. It only grows, and only by what the store
   * has committed, so one map goes from each state of the stream to the next.
   */
  readonly commands: Map<string, number>;
  /** Decisions that this stream holds a part of, by each other stream that they are about; it only grows too. */
  readonly parts: Map<string, Map<string, PartOf>>;
}

/** A decision over several streams, as far as one of them tells. */
export interface PartOf {
  readonly commandId: string;
  readonly subjectStream: string;
  /** All its streams, in the order in which they land: what it takes, the subject, what it gives. */
  readonly streams: readonly string[];
}

/** Stands in place of a revision for a command that a recovery sweep declared dead. */
export const ABANDONED = -1;

/** A stream of which nothing was read yet. */
export function unreadStream(workflow: Workflow): KnownStream {
  return {
    folded: unwritten(workflow),
    lastHash: undefined,
    lastRecordedAt: '',
    commands: new Map(),
    parts: new Map(),
  };
}

/** Adds events read from the store. Throws `CorruptHistory` when they do not follow what is known. */
export function learn(workflow: Workflow, events: readonly StoredEvent[], known: KnownStream): KnownStream {
  const last = events.at(-1);
  if (!last) return known;
  events.forEach((event, index) => {
    const expected = known.folded.revision + 1 + index;
    if (event.revision === expected) return;
    throw new CorruptHistory(
      `${event.stream} goes on with revision ${event.revision} instead of ${expected}`,
    );
  });
  const folded = fold(workflow, events.map(recordedFact), known.folded);
  remember(known.commands, events, known.folded.revision + 1);
  for (const event of events) noteParts(known.parts, event);
  return {
    folded,
    lastHash: eventHash(last),
    lastRecordedAt: metadataOf(last).recordedAt,
    commands: known.commands,
    parts: known.parts,
  };
}

/** Only a store whose streams land one after the other has events that name their decision's subject. */
function noteParts(parts: KnownStream['parts'], event: StoredEvent): void {
  const { commandId, subjectStream, decisionStreams } = metadataOf(event);
  if (subjectStream === undefined) return;
  for (const stream of decisionStreams) {
    if (stream === event.stream) continue;
    const known = parts.get(stream) ?? new Map<string, PartOf>();
    parts.set(stream, known.set(commandId, { commandId, subjectStream, streams: decisionStreams }));
  }
}

/** An event as the workflow sees it. */
export function recordedFact(event: NewEvent): RecordedFact {
  return { type: event.type, data: event.data, metadata: metadataOf(event) };
}

/** The metadata of an event. The store does not know its shape; only this engine writes it. */
export function metadataOf(event: NewEvent): Metadata {
  return event.metadata as unknown as Metadata;
}

/** Notes down which commands these events belong to, and which ones they declare dead. */
export function remember(
  commands: Map<string, number>,
  events: readonly NewEvent[],
  firstRevision: number,
): void {
  events.forEach((event, index) => {
    commands.set(metadataOf(event).commandId, firstRevision + index);
    const abandoned = event.type === 'DecisionAbandoned' ? event.data['commandId'] : undefined;
    if (typeof abandoned === 'string' && !commands.has(abandoned)) commands.set(abandoned, ABANDONED);
  });
}
