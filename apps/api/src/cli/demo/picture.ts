import type { Journey } from '../season/cast';
import { dayOf } from '../season/days';
import { playSeason } from '../season/play';
import type { Season } from '../season/season-of';
import type { Step } from '../season/step';
import { STEPS } from '../season/steps';
import { asideOf, inAside } from './aside';
import { withLatePlans } from './late-cast';
import { LATE_WORK, type GroupName } from './late-work';
import { castNeighbours, NOT_ON_SHEET, type Neighbours } from './neighbours';
import { isBehind } from './pace';
import { castParts, homeOf, PARTS, type Home, type PartName, type Parts } from './parts';

/** The day of the demo: two days before everything is to be built, accepted and paid (R25, R31). */
export const DEMO_DAY = '2024-06-13';

/** Who is who, and how far, on the demo's day. */
export interface Picture {
  readonly home: Home;
  readonly parts: Parts;
  /** All households, those that were left behind as well. */
  readonly everyone: readonly Journey[];
}

/** How often playing the picture tells a step. */
export function countSteps(season: Season): number {
  const lateDates = new Set(LATE_WORK.map(({ date }) => date));
  return STEPS.filter(({ day }) => dayOf(season, day) <= DEMO_DAY).length + lateDates.size;
}

/** Plays a season up to the demo's day, in which households are left behind where a visitor is to find work. */
export async function playPicture(season: Season): Promise<Picture> {
  await playSeason(season, { until: dayOf(season, 'cadresAssigned') });
  const home = homeOf(season.casts[0]!);
  const everyone = season.casts.flatMap(({ journeys }) => journeys);
  const parts = castParts(home);
  const neighbours = castNeighbours(season);
  const holds = holdsOf(parts, neighbours);
  const [firstWork] = LATE_WORK;
  await playSeason(season, { until: firstWork!.date, holds });
  const groups = { ...(await withLatePlans(season, home, parts)), ...neighbours };
  await playLateWork(season, groups, holds);
  await playSeason(season, { until: DEMO_DAY, holds });
  return { home, parts, everyone };
}

type Holds = (journey: Journey, step: Step) => boolean;

function holdsOf(parts: Parts, { slowNeighbour, neighbour }: Neighbours): Holds {
  const before = new Map<Journey, string>();
  for (const [name, journeys] of Object.entries(parts)) {
    for (const journey of journeys) before.set(journey, PARTS[name as PartName].before);
  }
  for (const journey of [...slowNeighbour, ...neighbour]) before.set(journey, NOT_ON_SHEET);
  return (journey, { name }) => before.get(journey) === name || isBehind(journey, name);
}

async function playLateWork(
  season: Season,
  groups: Readonly<Record<GroupName, readonly Journey[]>>,
  holds: Holds,
): Promise<void> {
  const names = Object.keys(groups) as GroupName[];
  const asides = new Map(names.map((name) => [name, asideOf(season, groups[name])]));
  let told = '';
  for (const { date, groups: worked, steps } of LATE_WORK) {
    await playSeason(season, { until: date, holds });
    await season.clock.moveTo(date);
    if (date !== told) {
      season.progress.step({ date, what: '迟报的户', played: season.stepsPlayed, all: STEPS.length });
      told = date;
    }
    for (const name of worked) await inAside(season, asides.get(name)!, ...steps);
  }
}
