import {
  PLAN_OF_EVEN_SPLIT,
  PLANS_AT_CAP,
  PLANS_IN_RACE,
  PLANS_OF_ODD_FEN,
  PLANS_OVER_CAP,
} from './fixed-lines';
import type { Activity } from './items';
import { linesNear, partlyDone, withTooDear, withTooMany, type DemoLine, type PlannedWork } from './lines';
import type { Random } from './random';
import type { Story } from './stories';
import { TOWNS, type Town } from './towns';

/** What is drafted for a household: nothing, one plan, or a first one and what it is redrafted to. */
export type DraftedWork = readonly PlannedWork[];

interface Wish {
  readonly activity: Activity;
  readonly wishedFen: number;
}

/** Gives the plans of a town's households one after another; each town begins at another of the fixed plans. */
export function workMaker(town: Town): (story: Story, random: Random, wish: Wish) => DraftedWork {
  let turn = TOWNS.indexOf(town);
  const next = <Each>(plans: readonly Each[]): Each => plans[turn++ % plans.length]!;
  return (story, random, wish) => {
    if (story === 'no-project') return [];
    if (story === 'at-cap') return [next(PLANS_AT_CAP)];
    if (story === 'odd-fen') return [next(PLANS_OF_ODD_FEN)];
    if (story === 'over-cap') return next(PLANS_OVER_CAP);
    if (story === 'race') return PLANS_IN_RACE;
    if (story === 'even-split') return [PLAN_OF_EVEN_SPLIT];
    // Of a machine there is one: what is sent back for its number is something one has many of.
    const isCounted = story === 'returned-village' && wish.activity === 'equipment';
    const activity = isCounted ? 'breeding' : wish.activity;
    const lines = linesNear(random, activity, wish.wishedFen);
    return draftsOf(story, lines).map((each) => ({ activity, lines: each }));
  };
}

function draftsOf(story: Story, lines: readonly DemoLine[]): readonly (readonly DemoLine[])[] {
  if (story === 'partial') return [partlyDone(lines)];
  if (story === 'returned-village') return [withTooMany(lines), lines];
  if (story === 'returned-town') return [withTooDear(lines), lines];
  return [lines];
}
