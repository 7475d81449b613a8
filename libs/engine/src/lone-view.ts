import type { FoldCache } from './fold-cache';
import type { KnownStream } from './known-stream';
import type { SettlingView } from './settle';

/** The time of the last event that this process stored. */
export interface LastRecorded {
  recordedAt: string;
}

/** What the views of one process have in common. */
export interface LoneViewParts {
  readonly cache: FoldCache;
  readonly last: LastRecorded;
  /** Streams that this process wrote since it last read them. */
  readonly written: Set<string>;
  isOver(commandId: string): boolean;
}

/**
 * What one command sees on a store that others write to as well. Its subject is always read anew. What is
 * remembered of other streams may be old: an append checks what it rests on, and what ends without one is read
 * again before it is believed.
 */
export function createLoneView(
  { cache, last, written, isOver }: LoneViewParts,
  subject: string,
): SettlingView {
  const streams = new Map<string, KnownStream>();
  const remembered = (name: string) => (name === subject || written.has(name) ? undefined : cache.get(name));
  const streamOf = (name: string) => streams.get(name) ?? remembered(name);
  return {
    landsInParts: true,
    isOver,
    get lastRecordedAt() {
      const times = [...streams.values()].map((known) => known.lastRecordedAt);
      return times.reduce((latest, time) => (time > latest ? time : latest), last.recordedAt);
    },
    streamOf,
    revisionOf: (stream, commandId) => streamOf(stream)?.commands.get(commandId),
    isCurrent: (name) => streams.has(name),
    keep(name, known) {
      written.delete(name);
      streams.set(name, known);
      cache.keep(name, known);
    },
    forget(names) {
      for (const name of names) {
        streams.delete(name);
        written.add(name);
      }
    },
    accept({ after }) {
      // The store may have taken the append for a repeat of another, so only what it holds now is certain.
      for (const name of after.keys()) {
        streams.delete(name);
        written.add(name);
      }
      return undefined;
    },
  };
}
