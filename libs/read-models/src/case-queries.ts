import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { CaseRow } from './case-list';
import { containsText, incompleteFlag } from './query-parts';
import type { ReadModelDatabase, ReadModelTables } from './tables';

/** Which cases are asked for; without a field, all. */
export interface CaseFilter {
  readonly year?: number | undefined;
  readonly stage?: string | undefined;
  readonly town?: string | undefined;
  readonly village?: string | undefined;
  readonly villageCadreId?: string | undefined;
  readonly townCadreId?: string | undefined;
  readonly householdId?: string | undefined;
  /** A part of the household code, in any case. */
  readonly text?: string | undefined;
  /** Households that the text speaks of beside that: a case of theirs is found as well. */
  readonly named?: readonly string[] | undefined;
}

/** A case as it is read. `incomplete` is 1 when its stream is parked, so that the row is not the latest. */
export type ListedCase = CaseRow & {
  readonly incomplete: 0 | 1;
  /** Sealed; null when the household's own row is not there. */
  readonly name: string | null;
};

export interface CasePage {
  readonly rows: readonly ListedCase[];
  readonly total: number;
  /** How many cases of this selection are parked; one that has no row yet may belong to any selection. */
  readonly incompleteCount: number;
  /** What to ask with for the next page; undefined on the last. */
  readonly nextAfterCaseId: string | undefined;
}

/** A page of cases in the order of their household codes. */
export async function listCases(
  database: ReadModelDatabase,
  filter: CaseFilter,
  { afterCaseId, limit }: { readonly afterCaseId?: string | undefined; readonly limit: number },
): Promise<CasePage> {
  let query = selectCases(database).where(casesMatching(filter));
  if (afterCaseId !== undefined) query = query.where(behindCase(afterCaseId));
  const found = await query
    .orderBy('case_list.householdCode')
    .orderBy('case_list.caseId')
    .limit(limit + 1)
    .execute();
  const { total } = await database
    .selectFrom('case_list')
    .where(casesMatching(filter))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = found.slice(0, limit);
  return {
    rows,
    total,
    incompleteCount: await countIncompleteCases(database, filter),
    nextAfterCaseId: found.length > limit ? rows.at(-1)?.caseId : undefined,
  };
}

/** One case, or undefined. */
export async function findCase(database: ReadModelDatabase, caseId: string): Promise<ListedCase | undefined> {
  return selectCases(database).where('case_list.caseId', '=', caseId).executeTakeFirst();
}

/** Cases by their ids; one that is not there is left out. */
export async function casesOf(
  database: ReadModelDatabase,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ListedCase>> {
  if (caseIds.length === 0) return new Map();
  const rows = await selectCases(database).where('case_list.caseId', 'in', caseIds).execute();
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** How many cases of a selection are parked. One that has no row yet may belong to any, so it counts in each. */
export async function countIncompleteCases(database: ReadModelDatabase, filter: CaseFilter): Promise<number> {
  const { count } = await database
    .selectFrom('parked_streams')
    .leftJoin('case_list', 'case_list.caseId', 'parked_streams.subjectId')
    .where('parked_streams.kind', '=', 'case')
    .where((eb) => eb.or([eb('case_list.caseId', 'is', null), casesMatching(filter)]))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The filter as a condition on `case_list`. */
export function casesMatching(filter: CaseFilter): Expression<SqlBool> {
  const eb = expressionBuilder<ReadModelTables, 'case_list'>();
  const columns = [
    'year',
    'stage',
    'town',
    'village',
    'villageCadreId',
    'townCadreId',
    'householdId',
  ] as const;
  const asked = columns.filter((column) => filter[column] !== undefined);
  const conditions: Expression<SqlBool>[] = asked.map((column) =>
    eb(eb.ref(`case_list.${column}`), '=', filter[column]!),
  );
  if (filter.text) {
    const byCode = containsText('case_list.householdCode', filter.text);
    const { named = [] } = filter;
    conditions.push(named.length === 0 ? byCode : eb.or([byCode, eb('case_list.householdId', 'in', named)]));
  }
  return eb.and(conditions);
}

function selectCases(database: ReadModelDatabase) {
  return database
    .selectFrom('case_list')
    .leftJoin('households', 'households.householdId', 'case_list.householdId')
    .selectAll('case_list')
    .select('households.name')
    .select(incompleteFlag('case', 'case_list.caseId').as('incomplete'));
}

/** A page goes on behind a row and not behind a count of rows, so rows that come meanwhile shift nothing. */
function behindCase(caseId: string): Expression<SqlBool> {
  const eb = expressionBuilder<ReadModelTables, 'case_list'>();
  const code = eb
    .selectFrom('case_list as last')
    .where('last.caseId', '=', caseId)
    .select('last.householdCode');
  return eb(eb.refTuple('case_list.householdCode', 'case_list.caseId'), '>', eb.tuple(code, caseId));
}
