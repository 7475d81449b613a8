import type { HouseholdColumnKey } from './columns';
import { errorIn, type RosterProblem, type RosterProblemCode } from './problem';
import type { RosterHousehold } from './read-household';

const UNIQUE = [
  ['identity', 'same-person'],
  ['account', 'same-account'],
  ['householdCode', 'same-code'],
] as const satisfies readonly (readonly [HouseholdColumnKey, RosterProblemCode])[];

/** Rows of one file that speak of the same person, account or code; each is told of all of them (IMP-18). */
export function findTwins(households: readonly RosterHousehold[]): readonly RosterProblem[] {
  return UNIQUE.flatMap(([key, code]) => {
    const byValue = new Map<string, RosterHousehold[]>();
    for (const household of households) {
      const value = household[key];
      if (value !== undefined) byValue.set(value, [...(byValue.get(value) ?? []), household]);
    }
    return [...byValue.values()]
      .filter((twins) => twins.length > 1)
      .flatMap((twins) => {
        const rows = twins.map(({ row }) => row).join('、');
        return twins.map(({ row, titles }) => errorIn(row, titles[key], code, { rows }));
      });
  });
}
