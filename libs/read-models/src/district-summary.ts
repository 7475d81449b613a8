import type { Stage } from '@yihu/domain';
import type { ReadModelDatabase } from './tables';
import { listTownLedgers, type ListedTownLedger } from './town-ledger';

/** A town of the district's table: its cases by stage and its money. */
export interface DistrictTown {
  readonly ledger: ListedTownLedger;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  /** Some history of the town stands still, so that its counts or sums may be behind. */
  readonly incomplete: boolean;
}

/** Every town of a year that has a ledger, by its code. It reads a row for a town and a stage, and no case. */
export async function districtSummary(
  database: ReadModelDatabase,
  year: number,
): Promise<ReadonlyMap<string, DistrictTown>> {
  const ledgers = await listTownLedgers(database, year);
  const counts = await database
    .selectFrom('stage_counts')
    .where('year', '=', year)
    .where('count', '>', 0)
    .select(['town', 'stage', 'count'])
    .execute();
  const parked = await database
    .selectFrom('parked_streams as p')
    .leftJoin('case_list as c', 'c.caseId', 'p.subjectId')
    .where('p.kind', '=', 'case')
    .select('c.town')
    .execute();
  return new Map(
    ledgers.map((ledger) => {
      const own = counts.filter((row) => row.town === ledger.town);
      const stages = Object.fromEntries(own.map(({ stage, count }) => [stage, count]));
      // A case without a row may be of any town.
      const isBehind = parked.some(({ town }) => town === null || town === ledger.town);
      return [ledger.town, { ledger, stages, incomplete: ledger.incomplete === 1 || isBehind }];
    }),
  );
}
