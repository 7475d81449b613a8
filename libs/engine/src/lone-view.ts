import type { FoldCache } from './fold-cache';
import type { KnownStream } from './known-stream';
import type { SettlingView } from './settle';

/** The time of the last event that this process stored. */
export interface LastRecorded {
  recordedAt: string;
}

/** What one command sees on a store that others write to as well: what was read since the command came in. */
export function createLoneView(
  cache: FoldCache,
  last: LastRecorded,
  isOver: (commandId: string) => boolean,
): SettlingView {
  const streams = new Map<string, KnownStream>();
  return {
    landsInParts: true,
    isOver,
    get lastRecordedAt() {
      const times = [...streams.values()].map((known) => known.lastRecordedAt);
      return times.reduce((latest, time) => (time > latest ? time : latest), last.recordedAt);
    },
    streamOf: (name) => streams.get(name),
    revisionOf: (stream, commandId) => streams.get(stream)?.commands.get(commandId),
    isCurrent: (name) => streams.has(name),
    keep: (name, known) => void streams.set(name, known),
    forget(names) {
      const outdated = [...names];
      for (const name of outdated) streams.delete(name);
      cache.forget(outdated);
    },
    accept({ after }) {
      // The store may have taken the append for a repeat of another, so only what it holds now is certain.
      for (const name of after.keys()) streams.delete(name);
      return undefined;
    },
  };
}
