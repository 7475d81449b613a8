import type { Journey, TownCast } from './cast';
import type { Season } from './season-of';

/** How many people are at their screens at the same moment. */
const AT_ONCE = 32;

/** All towns at once, each household for itself. */
export async function eachJourney(
  { casts }: Season,
  chosen: (cast: TownCast) => readonly Journey[],
  work: (journey: Journey, cast: TownCast) => Promise<unknown>,
): Promise<void> {
  const pairs = casts.flatMap((cast) => chosen(cast).map((journey) => ({ journey, cast })));
  await forEach(pairs, ({ journey, cast }) => work(journey, cast), AT_ONCE);
}

/** All towns at once, each town for itself. */
export async function eachTown({ casts }: Season, work: (cast: TownCast) => Promise<unknown>): Promise<void> {
  await forEach(casts, work, AT_ONCE);
}

/** Does something for every item, at most so many at a time, and gives the results in order. */
export async function forEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce = AT_ONCE,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
