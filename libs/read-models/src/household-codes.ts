import type { ReadModelDatabase } from './tables';

/** The households of a year by their codes. */
export async function householdIdsByCode(
  database: ReadModelDatabase,
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('households')
    .where('year', '=', year)
    .select(['householdCode', 'householdId'])
    .execute();
  return new Map(rows.map(({ householdCode, householdId }) => [householdCode, householdId]));
}
