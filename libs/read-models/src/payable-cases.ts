import { sql } from 'kysely';
import { casesOf, type ListedCase } from './case-queries';
import type { ReadModelDatabase } from './tables';
import { inTerritory, payable, type WorklistDay } from './worklist-parts';

/** A case that waits for a tranche, and what it comes to. */
export interface PayableRow {
  readonly case: ListedCase;
  readonly subsidyFen: number;
  readonly rewardFen: number;
}

/**
 * The cases of a town that a batch could hold, in the order of their household codes, as far as rows can tell;
 * the rules have the last word.
 */
export async function payableCases(
  database: ReadModelDatabase,
  { year, town, tranche }: { readonly year: number; readonly town: string; readonly tranche: 1 | 2 },
  day: WorklistDay,
): Promise<readonly PayableRow[]> {
  const { rows } = await sql<{ caseId: string; subsidyFen: number; rewardFen: number }>`
    select w."subjectId" as "caseId", w."amountFen" as "subsidyFen", w."rewardFen" from worklist w
    where ${payable(tranche, day)} and w."year" = ${year} and ${inTerritory(town)}`.execute(database);
  const cases = await casesOf(
    database,
    rows.map((row) => row.caseId),
  );
  return rows
    .flatMap(({ caseId, subsidyFen, rewardFen }) => {
      const found = cases.get(caseId);
      return found ? [{ case: found, subsidyFen, rewardFen }] : [];
    })
    .sort((one, other) => (one.case.householdCode < other.case.householdCode ? -1 : 1));
}
