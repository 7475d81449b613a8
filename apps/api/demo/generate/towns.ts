import { villageName } from './names';

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly householdCount: number;
  readonly villageCount: number;
}

export interface Village {
  readonly code: string;
  readonly name: string;
  readonly town: Town;
  readonly householdCount: number;
}

/**
 * The eleven towns of the district with their real codes. The household counts are made up: they sum to the
 * 1,015 of the document (R11).
 */
export const TOWNS: readonly Town[] = [
  { code: '500112129', name: '玉峰山镇', householdCount: 16, villageCount: 2 },
  { code: '500112131', name: '龙兴镇', householdCount: 24, villageCount: 3 },
  { code: '500112133', name: '统景镇', householdCount: 135, villageCount: 14 },
  { code: '500112135', name: '大湾镇', householdCount: 142, villageCount: 14 },
  { code: '500112138', name: '兴隆镇', householdCount: 109, villageCount: 12 },
  { code: '500112139', name: '木耳镇', householdCount: 46, villageCount: 6 },
  { code: '500112140', name: '茨竹镇', householdCount: 128, villageCount: 12 },
  { code: '500112141', name: '古路镇', householdCount: 58, villageCount: 7 },
  { code: '500112142', name: '石船镇', householdCount: 112, villageCount: 12 },
  { code: '500112143', name: '大盛镇', householdCount: 121, villageCount: 14 },
  { code: '500112144', name: '洛碛镇', householdCount: 124, villageCount: 14 },
];

/** 茨竹镇, where two cadres race for the last of the quota (R18). */
export const RACE_TOWN_CODE = '500112140';

/** The order of every file: 茨竹镇 comes first, so that a season of one town is the one with all the basics. */
export const TOWNS_IN_FILES: readonly Town[] = [
  ...TOWNS.filter(({ code }) => code === RACE_TOWN_CODE),
  ...TOWNS.filter(({ code }) => code !== RACE_TOWN_CODE),
];

const HOUSEHOLDS_IN_VILLAGE_MIN = 6;
const HOUSEHOLDS_IN_VILLAGE_MAX = 14;

/** The number of the town's first household: numbers run through the table, whatever the order of the files. */
export function firstHouseholdNumber(town: Town): number {
  return 1 + countBefore(town, ({ householdCount }) => householdCount);
}

/** The town's villages. They are fictional, so that a real town points at no real person. */
export function villagesOf(town: Town): readonly Village[] {
  const firstName = countBefore(town, ({ villageCount }) => villageCount);
  return villageSizes(town).map((householdCount, index) => ({
    code: `${town.code}v${String(index + 1).padStart(2, '0')}`,
    name: villageName(firstName + index),
    town,
    householdCount,
  }));
}

function countBefore(town: Town, count: (town: Town) => number): number {
  return TOWNS.slice(0, TOWNS.indexOf(town)).reduce((sum, each) => sum + count(each), 0);
}

/** Near-equal shares, then a few households moved between neighbours: villages of one size look unreal. */
function villageSizes({ householdCount, villageCount }: Town): readonly number[] {
  const base = Math.floor(householdCount / villageCount);
  const larger = householdCount % villageCount;
  const sizes = Array.from({ length: villageCount }, (_, index) => base + (index < larger ? 1 : 0));
  return sizes.map((size, index) => {
    const neighbour = sizes[index % 2 === 0 ? index + 1 : index - 1];
    if (neighbour === undefined) return size;
    const [winner, loser] = index % 2 === 0 ? [size, neighbour] : [neighbour, size];
    const wished = 1 + ((index >> 1) % 3);
    const moved = Math.min(wished, HOUSEHOLDS_IN_VILLAGE_MAX - winner, loser - HOUSEHOLDS_IN_VILLAGE_MIN);
    return index % 2 === 0 ? size + moved : size - moved;
  });
}
