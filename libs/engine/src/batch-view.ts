import type { Answer } from './answer';
import type { FoldCache } from './fold-cache';
import { remember, type KnownStream } from './known-stream';
import { appendsOf, type Plan } from './plan';
import type { SettlingView } from './settle';

/** What the commands of one batch see: what is remembered, under what the batch itself has read and written. */
export interface BatchView extends SettlingView {
  accept(plan: Plan): Answer;
  /** Makes the batch's work part of what is remembered, once it is on the disk. */
  commit(): void;
  /** Forgets everything that the batch looked at, since nobody knows what became of it. */
  abandon(): void;
}

/** Lays an empty overlay over the cache. */
export function createBatchView(cache: FoldCache, storeRecordedAt: string): BatchView {
  const overlay = new Map<string, KnownStream>();
  const looked = new Set<string>();
  // What the batch adds to the commands of each stream: they are not the stream's before COMMIT.
  const added = new Map<string, Map<string, number>>();
  let lastRecordedAt = storeRecordedAt;

  const streamOf = (name: string) => {
    looked.add(name);
    return overlay.get(name) ?? cache.get(name);
  };

  return {
    landsInParts: false,
    isOver: () => true,
    get lastRecordedAt() {
      return lastRecordedAt;
    },
    streamOf,
    revisionOf: (stream, commandId) =>
      streamOf(stream)?.commands.get(commandId) ?? added.get(stream)?.get(commandId),
    isCurrent: (stream) => overlay.has(stream),
    keep: (stream, known) => void overlay.set(stream, known),
    forget(streams) {
      // What this transaction has read or written cannot be old.
      cache.forget([...streams].filter((stream) => !overlay.has(stream)));
    },
    accept({ decision, after, answer, metadata }) {
      for (const { stream, expectedRevision, events } of appendsOf(decision)) {
        overlay.set(stream, after.get(stream)!);
        if (!added.has(stream)) added.set(stream, new Map());
        remember(added.get(stream)!, events, expectedRevision + 1);
      }
      lastRecordedAt = metadata.recordedAt;
      return answer;
    },
    commit() {
      for (const [stream, known] of overlay) {
        for (const [commandId, revision] of added.get(stream) ?? []) known.commands.set(commandId, revision);
        cache.keep(stream, known);
      }
    },
    abandon: () => cache.forget(looked),
  };
}
