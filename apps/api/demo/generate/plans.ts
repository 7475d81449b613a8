import { PLANS_AT_CAP, PLANS_OF_ODD_FEN } from './fixed-lines';
import { groundsOf, type DemoGrounds } from './grounds';
import type { DemoHousehold } from './households';
import { incomeOf, type DemoIncome } from './income';
import { linesNear, partlyDone, sumOfLinesFen, type DemoLine, type PlannedWork } from './lines';
import { POLICY } from './programme';
import { dealt, seededRandom, steppedBetween, type Random } from './random';
import { balanceRewards } from './rewards';
import { OPENING_COUNT, storiesOf, type Story } from './stories';
import type { Town } from './towns';

export interface DemoPlan {
  readonly household: DemoHousehold;
  readonly story: Story;
  readonly lines: readonly DemoLine[];
  readonly subsidyFen: number;
  readonly rewardFen: number;
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

/** One plan for each household of the town, whose sum comes close to the town's quota from below (R18). */
export function plansOf(town: Town, households: readonly DemoHousehold[]): readonly DemoPlan[] {
  const deal = seededRandom(`the deck of ${town.code}`);
  const stories = storiesOf(town);
  const activities = dealt(deal, ACTIVITY_SHARES, households.length);
  const wishes = dealt(deal, WISHED_YUAN_SHARES, households.length);
  const fixedPlans = { 'at-cap': [...PLANS_AT_CAP], 'odd-fen': [...PLANS_OF_ODD_FEN] };
  const workOf = (story: Story, random: Random, index: number): PlannedWork | undefined => {
    if (story === 'no-project') return undefined;
    if (story === 'at-cap' || story === 'odd-fen') return fixedPlans[story].shift();
    const activity = activities[index]!;
    const lines = linesNear(random, activity, wishes[index]! * 100);
    return { activity, lines: story === 'partial' ? partlyDone(lines) : lines };
  };
  const plans = households.map((household, index) => {
    const random = seededRandom(`plan ${household.number}`);
    return planOf(household, stories[index]!, random, workOf(stories[index]!, random, index));
  });
  // The opening has a quota of its own, so that a season of twelve households fits into theirs.
  const opening = balanceRewards(plans.slice(0, OPENING_COUNT), quotaFen(OPENING_COUNT));
  const openingFen = opening.reduce((sum, plan) => sum + plan.subsidyFen + plan.rewardFen, 0);
  const later = balanceRewards(plans.slice(OPENING_COUNT), quotaFen(plans.length) - openingFen);
  return [...opening, ...later];
}

/** The town's quota for so many households (R10). */
export function quotaFen(householdCount: number): number {
  return (POLICY.basisSubsidyFen + POLICY.basisRewardFen) * householdCount;
}

function planOf(
  household: DemoHousehold,
  story: Story,
  random: Random,
  plan: PlannedWork | undefined,
): DemoPlan {
  const lines = plan?.lines ?? [];
  const subsidyFen = sumOfLinesFen(lines);
  return {
    household,
    story,
    lines,
    subsidyFen,
    rewardFen: plan ? steppedBetween(random, 60_000, 140_000, 5_000) : 0,
    income: plan && incomeOf(random, story, plan.activity, subsidyFen),
    grounds: groundsOf(random, household, plan),
  };
}
