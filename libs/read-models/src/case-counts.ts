import { STAGES, type Stage } from '@yihu/domain';
import { REACHED_COLUMNS, type PassedStage } from './case-list';
import { casesMatching, countIncompleteCases, type CaseFilter } from './case-queries';
import type { ReadModelDatabase } from './tables';

/** How many cases stand in each stage, with a zero where there are none. */
export type StageCounts = Readonly<Record<Stage, number>>;

export interface CaseCounts {
  readonly overall: StageCounts;
  readonly byTown: Readonly<Record<string, StageCounts>>;
  /** How many of the cases are parked, so that these counts may be behind. */
  readonly incompleteCount: number;
}

/** Cases by stage, overall and by town. */
export async function countCases(database: ReadModelDatabase, filter: CaseFilter = {}): Promise<CaseCounts> {
  const rows = await database
    .selectFrom('case_list')
    .where(casesMatching(filter))
    .groupBy(['town', 'stage'])
    .orderBy('town')
    .select((eb) => ['town', 'stage', eb.fn.countAll<number>().as('count')])
    .execute();
  const overall = noCases();
  const byTown: Record<string, Record<Stage, number>> = {};
  for (const { town, stage, count } of rows) {
    overall[stage] += count;
    (byTown[town] ??= noCases())[stage] += count;
  }
  return { overall, byTown, incompleteCount: await countIncompleteCases(database, filter) };
}

/** How many cases have ever entered each stage, returned ones included. */
export type ReachedCounts = Readonly<Record<PassedStage, number>>;

export async function countReached(
  database: ReadModelDatabase,
  filter: CaseFilter = {},
): Promise<ReachedCounts> {
  const stages = Object.keys(REACHED_COLUMNS) as PassedStage[];
  const counts = await database
    .selectFrom('case_list')
    .where(casesMatching(filter))
    // `count` passes over nulls, and a stage never entered is null.
    .select((eb) => stages.map((stage) => eb.fn.count<number>(REACHED_COLUMNS[stage]).as(stage)))
    .executeTakeFirstOrThrow();
  return Object.fromEntries(stages.map((stage) => [stage, counts[stage]])) as ReachedCounts;
}

function noCases(): Record<Stage, number> {
  return Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
}
