import { shuffled, seededRandom } from './random';
import type { Town } from './towns';

/** What happens to a household in the season, in the word of `plans.csv`. */
export type Story =
  | 'main'
  | 'no-project'
  | 'withdrawn'
  | 'returned-village'
  | 'returned-town'
  | 'signature-withdrawn'
  | 'town-signature-withdrawn'
  | 'reward-missed'
  | 'reward-tier'
  | 'partial'
  | 'bank-returned'
  | 'odd-fen'
  | 'at-cap'
  | 'over-cap'
  | 'race'
  | 'even-split'
  | 'filing-returned'
  | 'photo-reused'
  | 'notice-missed'
  | 'late';

interface TownStories {
  /** The stories of the first households. */
  readonly opening?: readonly Story[];
  /** Stories of one certain household each, by its place in the town from 0. */
  readonly placed?: readonly (readonly [index: number, story: Story])[];
  /** How often a story comes anywhere else; everyone else goes the main way. */
  readonly scattered: readonly (readonly [story: Story, count: number])[];
}

/** The first twelve households of 茨竹镇 show every basic story, so that a season of twelve does too. */
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

const STORIES_BY_TOWN: Readonly<Record<string, TownStories>> = {
  玉峰山镇: {
    scattered: [
      ['late', 2],
      ['at-cap', 1],
      ['no-project', 1],
      ['returned-village', 1],
    ],
  },
  // Nine tenths of the households alike: more than the policy lets pass without an explanation (R19).
  龙兴镇: { scattered: [['even-split', 22]] },
  统景镇: {
    scattered: [
      ['at-cap', 7],
      ['returned-village', 6],
      ['returned-town', 4],
      ['reward-missed', 4],
      ['signature-withdrawn', 3],
      ['town-signature-withdrawn', 3],
      ['no-project', 3],
      ['partial', 3],
      ['withdrawn', 2],
      ['bank-returned', 2],
      ['over-cap', 1],
      ['odd-fen', 1],
    ],
  },
  大湾镇: {
    scattered: [
      ['reward-missed', 9],
      ['at-cap', 7],
      ['returned-village', 3],
      ['partial', 3],
      ['no-project', 3],
      ['withdrawn', 2],
      ['bank-returned', 2],
      ['over-cap', 1],
      ['odd-fen', 1],
    ],
  },
  兴隆镇: {
    scattered: [
      ['at-cap', 6],
      ['withdrawn', 4],
      ['reward-missed', 3],
      ['no-project', 3],
      ['returned-village', 2],
      ['partial', 2],
      ['bank-returned', 1],
      ['odd-fen', 1],
    ],
  },
  木耳镇: {
    scattered: [
      ['at-cap', 3],
      ['photo-reused', 1],
      ['notice-missed', 1],
      ['returned-village', 1],
      ['reward-missed', 1],
      ['partial', 1],
      ['no-project', 1],
      ['withdrawn', 1],
    ],
  },
  茨竹镇: {
    opening: OPENING,
    // One of an odd and one of an even number, in two villages: the season gives them to two town cadres.
    placed: [
      [60, 'race'],
      [101, 'race'],
    ],
    scattered: [
      ['at-cap', 6],
      ['reward-tier', 6],
      ['reward-missed', 5],
      ['partial', 5],
      ['returned-village', 4],
      ['no-project', 3],
      ['bank-returned', 3],
      ['signature-withdrawn', 2],
      ['withdrawn', 2],
      ['over-cap', 1],
      ['odd-fen', 1],
    ],
  },
  古路镇: {
    scattered: [
      ['at-cap', 3],
      ['filing-returned', 2],
      ['returned-village', 2],
      ['returned-town', 2],
      ['reward-missed', 2],
      ['no-project', 2],
      ['town-signature-withdrawn', 1],
      ['partial', 1],
      ['withdrawn', 1],
    ],
  },
  石船镇: {
    scattered: [
      ['reward-tier', 10],
      ['at-cap', 7],
      ['bank-returned', 6],
      ['reward-missed', 3],
      ['no-project', 3],
      ['returned-village', 2],
      ['partial', 2],
      ['withdrawn', 2],
      ['odd-fen', 1],
    ],
  },
  // One without a project leaves the 120 who are signed for within four minutes.
  大盛镇: {
    scattered: [
      ['at-cap', 6],
      ['reward-missed', 3],
      ['returned-village', 2],
      ['partial', 2],
      ['signature-withdrawn', 1],
      ['no-project', 1],
      ['over-cap', 1],
      ['odd-fen', 1],
    ],
  },
  洛碛镇: {
    scattered: [
      ['partial', 10],
      ['at-cap', 7],
      ['reward-missed', 3],
      ['no-project', 3],
      ['returned-village', 2],
      ['withdrawn', 2],
      ['bank-returned', 1],
      ['over-cap', 1],
      ['odd-fen', 1],
    ],
  },
};

/** One story for each household of the town, in the order of their numbers. */
export function storiesOf(town: Town): readonly Story[] {
  const { opening = [], placed = [], scattered } = STORIES_BY_TOWN[town.name]!;
  const fixed = new Map([...opening.entries(), ...placed]);
  const special = scattered.flatMap(([story, count]) => Array<Story>(count).fill(story));
  const mainCount = town.householdCount - fixed.size - special.length;
  if (mainCount < 0) throw new RangeError(`${town.name} is too small for these stories.`);
  const anywhere = [...special, ...Array<Story>(mainCount).fill('main')];
  const dealt = shuffled(seededRandom(`stories of ${town.code}`), anywhere).values();
  return Array.from({ length: town.householdCount }, (_, index) => fixed.get(index) ?? dealt.next().value!);
}
