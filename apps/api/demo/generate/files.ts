import { householdsCsv, householdsOf, householdsXlsx } from './households';
import { plansCsv } from './plans-csv';
import { plansOf } from './plans';
import { programmeJson } from './programme';
import { staffCsv } from './staff';
import { standardsCsv } from './standards';
import { TOWNS_IN_FILES } from './towns';

/** Every demo file by name, made anew. The same code gives the same bytes. */
export async function demoFiles(): Promise<Readonly<Record<string, Buffer>>> {
  const perTown = TOWNS_IN_FILES.map((town) => {
    const households = householdsOf(town);
    return { households, plans: plansOf(town, households) };
  });
  const households = perTown.flatMap((each) => each.households);
  return {
    'programme.json': Buffer.from(programmeJson(TOWNS_IN_FILES)),
    'households.csv': Buffer.from(householdsCsv(households)),
    'households.xlsx': await householdsXlsx(households),
    'plans.csv': Buffer.from(plansCsv(perTown.flatMap(({ plans }) => plans))),
    'standards.csv': Buffer.from(standardsCsv(TOWNS_IN_FILES)),
    'staff.csv': Buffer.from(staffCsv(TOWNS_IN_FILES)),
  };
}
