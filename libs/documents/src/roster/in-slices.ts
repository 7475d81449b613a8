import { setImmediate } from 'node:timers/promises';

const SLICE_ITEMS = 200;

/** Maps a long list a slice at a time, so that everyone else who is served by this process gets their turn. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += SLICE_ITEMS) {
    if (start > 0) await setImmediate();
    results.push(...items.slice(start, start + SLICE_ITEMS).map(map));
  }
  return results;
}
