import type { Journey, TownCast } from '../season/cast';
import type { Season } from '../season/season-of';

type Papers = Pick<TownCast, 'journeys' | 'sheets' | 'batches' | 'losers'>;

/** Households that go their own way beside the season, with the papers that are theirs alone. */
export interface Aside {
  readonly papers: ReadonlyMap<TownCast, Papers>;
}

export function asideOf({ casts }: Season, journeys: readonly Journey[]): Aside {
  const papersOf = ({ town }: TownCast): Papers => ({
    journeys: journeys.filter(({ household }) => household.town === town.code),
    sheets: [],
    batches: [],
    losers: [],
  });
  return { papers: new Map(casts.map((cast) => [cast, papersOf(cast)])) };
}

/** Does one of the season's steps, or several, for the households of an aside and no others. */
export async function inAside(
  season: Season,
  { papers }: Aside,
  ...steps: readonly ((season: Season) => Promise<unknown>)[]
): Promise<void> {
  for (const [cast, own] of papers) exchange(cast, own);
  try {
    for (const step of steps) await step(season);
  } finally {
    for (const [cast, own] of papers) exchange(cast, own);
  }
}

function exchange(cast: Papers, own: Papers): void {
  const { journeys, sheets, batches, losers } = cast;
  Object.assign(cast, own);
  Object.assign(own, { journeys, sheets, batches, losers });
}
