import { sql } from 'kysely';
import { casesOf, type ListedCase } from './case-queries';
import type { ReadModelDatabase } from './tables';
import { inTerritory, postable, type UnitLevel, type WorklistDay } from './worklist-parts';

/** Which notice is asked about: of a village or a town, of plans or results. */
export interface NoticeAsked {
  readonly year: number;
  readonly unit: string;
  readonly level: UnitLevel;
  readonly kind: 'plan' | 'result';
}

/**
 * The cases of a unit that its notice has to show and does not yet, in the order of their household codes, as far as
 * rows can tell; the rules have the last word.
 */
export async function postableCases(
  database: ReadModelDatabase,
  { year, unit, level, kind }: NoticeAsked,
  day: WorklistDay,
): Promise<readonly ListedCase[]> {
  const { rows } = await sql<{ caseId: string }>`
    select w."subjectId" as "caseId" from worklist w
    where ${postable(level, kind, day)} and w."year" = ${year} and ${inTerritory(unit)}`.execute(database);
  const cases = await casesOf(
    database,
    rows.map((row) => row.caseId),
  );
  return [...cases.values()].sort((one, other) => (one.householdCode < other.householdCode ? -1 : 1));
}
