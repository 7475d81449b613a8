import type { CaseRow } from './case-list';
import { incompleteFlag } from './query-parts';
import type { ReadModelDatabase } from './tables';

/** A household's row of a town's summary (F2). */
export interface TownSummaryRow extends Pick<
  CaseRow,
  | 'caseId'
  | 'householdId'
  | 'householdCode'
  | 'householdClass'
  | 'town'
  | 'village'
  | 'stage'
  | 'place'
  | 'planVersion'
  | 'activity'
  | 'items'
  | 'subsidyFen'
  | 'forecastFen'
  | 'rewardFen'
  | 'contentHash'
  | 'revision'
> {
  /** Sealed; null when the household's own row is not there. */
  readonly name: string | null;
  readonly memberCount: number | null;
  /** The last sheet that holds this version and is not void. */
  readonly sheetNo: number | null;
  readonly incomplete: 0 | 1;
}

/** All cases of a town in the order of their household codes. A town's summary is as long as the town. */
export async function townSummary(
  database: ReadModelDatabase,
  year: number,
  town: string,
): Promise<readonly TownSummaryRow[]> {
  return database
    .selectFrom('case_list as c')
    .leftJoin('households as h', 'h.householdId', 'c.householdId')
    .where('c.town', '=', town)
    .where('c.year', '=', year)
    .orderBy('c.householdCode')
    .orderBy('c.caseId')
    .select([
      'c.caseId',
      'c.householdId',
      'c.householdCode',
      'c.householdClass',
      'c.town',
      'c.village',
      'c.stage',
      'c.place',
      'c.planVersion',
      'c.activity',
      'c.items',
      'c.subsidyFen',
      'c.forecastFen',
      'c.rewardFen',
      'c.contentHash',
      'c.revision',
      'h.name',
      'h.memberCount',
    ])
    .select((eb) =>
      eb
        .selectFrom('summary_entries as e')
        .innerJoin('summary_sheets as s', (join) =>
          join.onRef('s.summaryId', '=', 'e.summaryId').onRef('s.no', '=', 'e.no'),
        )
        .whereRef('e.caseId', '=', 'c.caseId')
        .whereRef('e.planVersion', '=', 'c.planVersion')
        .where('s.status', '<>', 'void')
        .select((inner) => inner.fn.max<number | null>('s.no').as('no'))
        .as('sheetNo'),
    )
    .select(incompleteFlag('case', 'c.caseId').as('incomplete'))
    .execute();
}
