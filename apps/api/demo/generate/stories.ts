import { shuffled, seededRandom } from './random';
import type { Town } from './towns';

/** What happens to a household in the season, in the word of `plans.csv`. */
export type Story =
  | 'main'
  | 'no-project'
  | 'withdrawn'
  | 'returned-village'
  | 'signature-withdrawn'
  | 'reward-missed'
  | 'reward-tier'
  | 'partial'
  | 'bank-returned'
  | 'odd-fen'
  | 'at-cap';

/** The first twelve households show every story, so that a season of twelve does too. */
const OPENING: readonly Story[] = [
  'main',
  'odd-fen',
  'at-cap',
  'returned-village',
  'signature-withdrawn',
  'partial',
  'bank-returned',
  'reward-missed',
  'no-project',
  'withdrawn',
  'reward-tier',
  'main',
];

export const OPENING_COUNT = OPENING.length;

/** How often each story comes again after the opening; everyone else goes the main way. */
const LATER: readonly (readonly [story: Story, count: number])[] = [
  ['at-cap', 7],
  ['reward-tier', 6],
  ['reward-missed', 5],
  ['partial', 5],
  ['returned-village', 4],
  ['no-project', 3],
  ['bank-returned', 3],
  ['signature-withdrawn', 2],
  ['withdrawn', 2],
  ['odd-fen', 1],
];

/** One story for each household of the town, in the order of their numbers. */
export function storiesOf(town: Town): readonly Story[] {
  const special = LATER.flatMap(([story, count]) => Array<Story>(count).fill(story));
  const mainCount = town.householdCount - OPENING_COUNT - special.length;
  if (mainCount < 0) throw new RangeError(`${town.name} is too small for these stories.`);
  const later = [...special, ...Array<Story>(mainCount).fill('main')];
  return [...OPENING, ...shuffled(seededRandom(`stories of ${town.code}`), later)];
}
