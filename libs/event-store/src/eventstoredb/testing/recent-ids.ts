/** About 8 MiB, at what one entry takes. */
const ENTRIES_MAX = 80_000;

/**
 * Which ids this server wrote lately, and where: first in, first out, and gone after a restart. It is all that an
 * append under "any" revision looks at, which is why nothing of ours may append so.
 */
export function createRecentIds() {
  const places = new Map<string, number>();
  const key = (stream: string, id: string) => `${id} ${stream}`;
  return {
    add(id: string, stream: string, revision: number): void {
      places.set(key(stream, id), revision);
      if (places.size > ENTRIES_MAX) places.delete(places.keys().next().value!);
    },
    revisionIn: (stream: string, id: string): number | undefined => places.get(key(stream, id)),
  };
}
