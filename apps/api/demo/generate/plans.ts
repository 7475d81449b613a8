import { balanced } from './balance';
import { groundsOf, type DemoGrounds } from './grounds';
import type { DemoHousehold } from './households';
import { incomeOf, type DemoIncome } from './income';
import { sumOfLinesFen, type DemoLine } from './lines';
import { dealt, seededRandom, steppedBetween, type Random } from './random';
import { standardOf } from './standards';
import { storiesOf, type Story } from './stories';
import { workMaker, type DraftedWork } from './story-work';
import type { Town } from './towns';

/** A plan as it is drafted, once or again. */
export interface DemoPlanVersion {
  readonly lines: readonly DemoLine[];
  readonly subsidyFen: number;
  readonly rewardFen: number;
}

/** What a village cadre posts for a household, and how its year goes. */
export interface DemoPlan {
  readonly household: DemoHousehold;
  readonly story: Story;
  /** None without a project; two where the first is refused or sent back. */
  readonly versions: readonly DemoPlanVersion[];
  readonly income: DemoIncome | undefined;
  readonly grounds: DemoGrounds;
}

const ACTIVITY_SHARES = [
  ['breeding', 52],
  ['planting', 33],
  ['equipment', 11],
  ['e-commerce', 2],
  ['tourism', 2],
] as const;

/** Wished subsidies in yuan, floated around the basis of 2,000 (R15). */
const WISHED_YUAN_SHARES = [
  [2000, 24],
  [1000, 5],
  [1200, 10],
  [1500, 14],
  [1800, 16],
  [2200, 12],
  [2600, 10],
  [3000, 9],
] as const;

/** Of ten who plant, how many are judged by an estimate; 大湾镇 grows what is harvested late. */
const ESTIMATED_OF_TEN = 4;
const ESTIMATED_OF_TEN_IN: Readonly<Record<string, number>> = { 大湾镇: 8 };

const REWARD_FEN_OF_BASIS = 100_000;

/** One plan for each household of the town, which together come close to its quota (R18). */
export function plansOf(town: Town, households: readonly DemoHousehold[]): readonly DemoPlan[] {
  const deal = seededRandom(`the deck of ${town.code}`);
  const stories = storiesOf(town);
  const activities = dealt(deal, ACTIVITY_SHARES, households.length);
  const wishes = dealt(deal, WISHED_YUAN_SHARES, households.length);
  const workOf = workMaker(town);
  const plans = households.map((household, index) => {
    const random = seededRandom(`plan ${household.number}`);
    const story = stories[index]!;
    const wish = { activity: activities[index]!, wishedFen: wishes[index]! * 100 };
    return planOf(household, story, random, workOf(story, random, wish));
  });
  return balanced(town, plans);
}

function planOf(household: DemoHousehold, story: Story, random: Random, work: DraftedWork): DemoPlan {
  const final = work.at(-1);
  if (!final) {
    const grounds = groundsOf(random, household, undefined);
    return { household, story, versions: [], income: undefined, grounds };
  }
  const rewardFen = wishedRewardFen(random, story);
  const { town } = household.village;
  const ground = {
    standard: standardOf(town),
    subsidyFen: sumOfLinesFen(final.lines),
    activity: final.activity,
    estimatedOfTen: ESTIMATED_OF_TEN_IN[town.name] ?? ESTIMATED_OF_TEN,
  };
  return {
    household,
    story,
    versions: work.map(({ lines }) => ({ lines, subsidyFen: sumOfLinesFen(lines), rewardFen })),
    income: incomeOf(random, story, ground),
    grounds: groundsOf(random, household, final),
  };
}

function wishedRewardFen(random: Random, story: Story): number {
  if (story === 'race') return 0;
  if (story === 'even-split') return REWARD_FEN_OF_BASIS;
  return steppedBetween(random, 60_000, 140_000, 5_000);
}
