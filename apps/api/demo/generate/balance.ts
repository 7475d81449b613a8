import type { DemoPlan, DemoPlanVersion } from './plans';
import { POLICY } from './programme';
import { rewardsFilling, rewardsWithin, sumOfAmountsFen } from './rewards';
import { OPENING_COUNT, type Story } from './stories';
import { RACE_TOWN_CODE, type Town } from './towns';

/** What the race is about: 600 yuan for who comes first, 400 for the other. */
const RACED_FEN = 100_000;

/** Whose reward is part of the story and stays as it is. */
const FIXED: readonly Story[] = ['race', 'even-split'];

/** Floats the rewards of a town, whose plans then come close to its quota from below (R18). */
export function balanced(town: Town, plans: readonly DemoPlan[]): readonly DemoPlan[] {
  const quotaFen = quotaFenOf(plans.length);
  if (town.code === RACE_TOWN_CODE) return balancedForRace(plans, quotaFen);
  const fixed = plans.filter(({ story }) => FIXED.includes(story));
  const floating = plans.filter(({ story }) => !FIXED.includes(story));
  return replaced(plans, withRewards(floating, rewardsWithin, quotaFen - neededFen(fixed)));
}

/** Leaves exactly what is raced for. Households that withdraw never reserve any of the quota. */
function balancedForRace(plans: readonly DemoPlan[], quotaFen: number): readonly DemoPlan[] {
  // The opening has a quota of its own, so that a season of twelve households fits into theirs.
  const openingFen = quotaFenOf(OPENING_COUNT);
  const opening = withRewards(plans.slice(0, OPENING_COUNT), rewardsWithin, openingFen);
  const reserving = (of: readonly DemoPlan[]) => of.filter(({ story }) => story !== 'withdrawn');
  const later = reserving(plans.slice(OPENING_COUNT)).filter(({ story }) => !FIXED.includes(story));
  const leftFen = quotaFen - RACED_FEN - neededFen(reserving(opening));
  return replaced(plans, [...opening, ...withRewards(later, rewardsFilling, leftFen)]);
}

/** The town's quota for so many households (R10). */
function quotaFenOf(householdCount: number): number {
  return (POLICY.basisSubsidyFen + POLICY.basisRewardFen) * householdCount;
}

function neededFen(plans: readonly DemoPlan[]): number {
  return sumOfAmountsFen(plans.flatMap(inForce));
}

/** The version a plan ends with, where there is a plan at all. */
function inForce({ versions }: DemoPlan): readonly DemoPlanVersion[] {
  return versions.slice(-1);
}

function withRewards(
  plans: readonly DemoPlan[],
  float: typeof rewardsWithin,
  quotaFen: number,
): readonly DemoPlan[] {
  const planned = plans.filter(({ versions }) => versions.length > 0);
  const rewards = float(planned.flatMap(inForce), quotaFen);
  return planned.map((plan, index) => ({
    ...plan,
    versions: plan.versions.map((version) => ({ ...version, rewardFen: rewards[index]! })),
  }));
}

function replaced(plans: readonly DemoPlan[], changed: readonly DemoPlan[]): readonly DemoPlan[] {
  const byCode = new Map(changed.map((plan) => [plan.household.code, plan]));
  return plans.map((plan) => byCode.get(plan.household.code) ?? plan);
}
