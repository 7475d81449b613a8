import { householdsCsv, householdsOf } from './households';
import { plansCsv } from './plans-csv';
import { plansOf } from './plans';
import { programmeJson } from './programme';
import { staffCsv } from './staff';
import { TOWNS_WRITTEN } from './towns';

/** Every demo file by name, made anew. The same code gives the same bytes. */
export function demoFiles(): Readonly<Record<string, string>> {
  const perTown = TOWNS_WRITTEN.map((town) => {
    const households = householdsOf(town);
    return { households, plans: plansOf(town, households) };
  });
  return {
    'programme.json': programmeJson(TOWNS_WRITTEN),
    'households.csv': householdsCsv(perTown.flatMap(({ households }) => households)),
    'plans.csv': plansCsv(perTown.flatMap(({ plans }) => plans)),
    'staff.csv': staffCsv(TOWNS_WRITTEN),
  };
}
