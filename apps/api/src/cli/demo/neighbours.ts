import type { Journey } from '../season/cast';
import type { Season } from '../season/season-of';

/** Two towns of which a few households come to the bureau late, on a sheet of their own. */
const NEIGHBOURS = {
  // 大湾镇
  slowNeighbour: '500112135',
  // 兴隆镇
  neighbour: '500112138',
} as const;

const HOUSEHOLDS = 2;

/** The step before which they are left behind. */
export const NOT_ON_SHEET = 'drawSummaries';

export type NeighbourName = keyof typeof NEIGHBOURS;

export type Neighbours = Readonly<Record<NeighbourName, readonly Journey[]>>;

export function castNeighbours({ casts }: Season): Neighbours {
  const from = (code: string) => {
    const journeys = casts.find(({ town }) => town.code === code)?.journeys ?? [];
    return journeys.filter(({ household }) => household.year.story === 'main').slice(0, HOUSEHOLDS);
  };
  const entries = Object.entries(NEIGHBOURS).map(([name, code]) => [name, from(code)] as const);
  return Object.fromEntries(entries) as unknown as Neighbours;
}
