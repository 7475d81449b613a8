import type { KnownStream } from './known-stream';

/** The streams that the engine remembers, at most so many; the one used longest ago is forgotten first. */
export type FoldCache = ReturnType<typeof createFoldCache>;

/** Makes an empty cache. */
export function createFoldCache(streamsMax: number) {
  // A Map keeps the order of insertion, so its first key is always the one used longest ago.
  const streams = new Map<string, KnownStream>();
  return {
    get size(): number {
      return streams.size;
    },

    get(stream: string): KnownStream | undefined {
      const known = streams.get(stream);
      if (known) {
        streams.delete(stream);
        streams.set(stream, known);
      }
      return known;
    },

    /** Remembers a stream, unless more of it is known: a slow read must not undo a newer commit. */
    keep(stream: string, known: KnownStream): void {
      const older = streams.get(stream);
      if (older && older.folded.revision > known.folded.revision) return;
      streams.delete(stream);
      streams.set(stream, known);
      for (const oldest of streams.keys()) {
        if (streams.size <= streamsMax) break;
        streams.delete(oldest);
      }
    },

    forget(names: Iterable<string>): void {
      for (const stream of names) streams.delete(stream);
    },
  };
}
