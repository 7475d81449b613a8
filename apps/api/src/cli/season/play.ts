import type { Journey } from './cast';
import { dayOf } from './days';
import type { Season } from './season-of';
import type { Step } from './step';
import { STEPS } from './steps';

export interface PlayOptions {
  /** ISO date of the last day that is played; without it, the whole season is. */
  readonly until?: string;
  /** Whether a journey is left behind before a step: it takes part in neither that one nor any later one. */
  readonly holds?: (journey: Journey, step: Step) => boolean;
}

/**
 * Plays a season from where it stands, day by day, each step in all towns before the next. It can be called
 * again with a later day.
 */
export async function playSeason(season: Season, { until, holds }: PlayOptions = {}): Promise<void> {
  for (const step of STEPS.slice(season.stepsPlayed)) {
    const date = dayOf(season, step.day);
    if (until !== undefined && date > until) return;
    if (holds) leaveBehind(season, (journey) => holds(journey, step));
    await season.clock.moveTo(date);
    const played = weightOf(STEPS.slice(0, season.stepsPlayed));
    season.progress.step({ date, what: step.what, played, all: weightOf(STEPS) });
    await step.run(season);
    season.stepsPlayed += 1;
  }
}

function weightOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { weight }) => sum + weight, 0);
}

/** Papers that others share go on without the ones that are left behind; those of nobody else stay where they lie. */
function leaveBehind({ casts }: Season, holds: (journey: Journey) => boolean): void {
  for (const cast of casts) {
    const left = new Set(cast.journeys.filter(holds));
    if (left.size === 0) continue;
    const goOn = (journeys: readonly Journey[]) => journeys.filter((journey) => !left.has(journey));
    const carried = <Paper extends { readonly journeys: readonly Journey[] }>(papers: readonly Paper[]) =>
      papers
        .map((paper) => ({ ...paper, journeys: goOn(paper.journeys) }))
        .filter(({ journeys }) => journeys.length > 0);
    cast.journeys = goOn(cast.journeys);
    cast.sheets = carried(cast.sheets);
    cast.batches = carried(cast.batches);
    cast.notices = carried(cast.notices);
  }
}
