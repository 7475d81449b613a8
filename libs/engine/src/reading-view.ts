import type { FoldCache } from './fold-cache';
import type { DecidingView } from './judge';
import type { KnownStream } from './known-stream';

/**
 * What someone sees who only asks. Without a cache every stream is read anew, which is needed where other
 * processes write to the store and no append will check what was seen.
 */
export function createReadingView(cache?: FoldCache): DecidingView {
  // Kept apart from the cache, which may forget a stream while the next one is being loaded, and may know more of
  // it by then: whoever asks sees each stream once.
  const streams = new Map<string, KnownStream>();
  const streamOf = (name: string) => {
    const seen = streams.get(name);
    if (seen) return seen;
    const known = cache?.get(name);
    if (known) streams.set(name, known);
    return known;
  };
  return {
    lastRecordedAt: '',
    streamOf,
    revisionOf: (stream, commandId) => streamOf(stream)?.commands.get(commandId),
    keep: (name, known) => void streams.set(name, known),
  };
}
