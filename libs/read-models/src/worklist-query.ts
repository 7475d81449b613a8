import { sql, type RawBuilder } from 'kysely';
import { casesOf, type ListedCase } from './case-queries';
import { containsText } from './query-parts';
import type { ReadModelDatabase } from './tables';
import { DUE_GROUPS, dueGroupSql, type DueGroup, type DuePolicy } from './worklist-due';
import { anyOf, inTerritory, waitingFor, type WorklistDay, type WorklistReader } from './worklist-parts';
import type { WorklistRow } from './worklist-table';

/** Which part of a worklist is asked for; without a field, all. */
export interface WorklistFilter {
  readonly task?: string | undefined;
  readonly village?: string | undefined;
  /** Cases alone: a part of the household code, or one of these households. */
  readonly text?: { readonly part: string; readonly householdIds: readonly string[] } | undefined;
}

export interface WorklistQuestion extends WorklistDay {
  readonly reader: WorklistReader;
  readonly policies: readonly DuePolicy[];
  readonly filter: WorklistFilter;
  /** What the page before answered as `next`. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One thing to do, or that was done. */
export interface ListedTask extends Pick<
  WorklistRow,
  | 'key'
  | 'kind'
  | 'subjectId'
  | 'year'
  | 'town'
  | 'village'
  | 'since'
  | 'deadline'
  | 'extendedTo'
  | 'askedBy'
  | 'policyVersion'
  | 'reason'
  | 'count'
  | 'amountFen'
  | 'rewardFen'
  | 'planVersion'
  | 'revision'
> {
  readonly task: string;
  readonly dueGroup: DueGroup;
  /** For cases. */
  readonly case: ListedCase | undefined;
}

/** How many things there are, over the whole selection. */
export interface WorklistCounts {
  /** Without any filter. */
  readonly all: number;
  readonly total: number;
  readonly overdue: number;
  /** By task, whatever task is asked for; and by village in the same way. */
  readonly tasks: ReadonlyMap<string, number>;
  readonly villages: ReadonlyMap<string, number>;
}

export interface WorklistPage extends WorklistCounts {
  readonly tasksShown: readonly ListedTask[];
  readonly next: string | undefined;
}

/** What waits for a reader: due groups in order, the oldest first in each. */
export async function listTodo(
  database: ReadModelDatabase,
  question: WorklistQuestion,
): Promise<WorklistPage> {
  const { reader, policies, filter, after, limit, today } = question;
  const todo = sql`(select t.*, ${dueGroupSql(policies, today)} as "dueGroup"
    from (${waitingFor(reader, question)}) t) d`;
  const counts = await countBy(database, todo, sql`d."dueGroup" = 0`, filter);
  const { rows } = await sql<PageRow>`
    select * from ${todo}
    where ${matching(filter)} and ${behind(after)}
    order by d."dueGroup", d."since", d."key" limit ${limit + 1}`.execute(database);
  return { ...counts, ...(await pageOf(database, rows, limit)) };
}

/** How many things wait for a reader in all. */
export async function countTodo(
  database: ReadModelDatabase,
  { reader, ...day }: Pick<WorklistQuestion, 'reader' | 'today' | 'noticeBeforeSecond'>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as "count" from (${waitingFor(reader, day)}) t`.execute(database);
  return rows[0]!.count;
}

/** What a member of staff has acted on, the last first. */
export async function listDone(
  database: ReadModelDatabase,
  { reader, filter, after, limit }: WorklistQuestion,
): Promise<WorklistPage> {
  const done = sql`(
    select w."key", w."kind", w."subjectId", a."task", w."year", w."town", w."village", a."at" as "since",
      null as "deadline", null as "extendedTo", null as "askedBy", w."policyVersion", w."reason", w."count",
      w."amountFen", w."rewardFen", w."planVersion", w."revision", 4 as "dueGroup"
    from acted_on a join worklist w on w."key" = a."key" where a."actorId" = ${reader.staffId}) d`;
  const counts = await countBy(database, done, sql`1 = 0`, filter);
  const place = after === undefined ? undefined : placeFrom(after);
  const behindPlace = place ? sql`(d."since", d."key") < (${place.since}, ${place.key})` : sql`1 = 1`;
  const { rows } = await sql<PageRow>`
    select * from ${done}
    where ${matching(filter)} and ${behindPlace}
    order by d."since" desc, d."key" desc limit ${limit + 1}`.execute(database);
  return { ...counts, ...(await pageOf(database, rows, limit)) };
}

export async function countDone(database: ReadModelDatabase, staffId: string): Promise<number> {
  const { count } = await database
    .selectFrom('acted_on')
    .where('actorId', '=', staffId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether a history stands still that may belong to the reader's territory. */
export async function isWorklistIncomplete(
  database: ReadModelDatabase,
  { grants }: WorklistReader,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from parked_streams p left join worklist w on w."key" = p."stream"
    where p."kind" in ('case', 'summary', 'payment', 'notice')
      and (w."key" is null or ${anyOf(grants.map(({ territory }) => inTerritory(territory)))})
    limit 1`.execute(database);
  return rows.length > 0;
}

interface PageRow extends Omit<ListedTask, 'dueGroup' | 'case'> {
  readonly dueGroup: number;
}

async function countBy(
  database: ReadModelDatabase,
  from: RawBuilder<unknown>,
  overdue: RawBuilder<unknown>,
  { task, village, text }: WorklistFilter,
): Promise<WorklistCounts> {
  interface Row {
    readonly task: string;
    readonly village: string | null;
    readonly isOverdue: number;
    readonly matches: number;
    readonly count: number;
  }
  const { rows } = await sql<Row>`
    select d."task", d."village", case when ${overdue} then 1 else 0 end as "isOverdue",
      case when ${matching({ text })} then 1 else 0 end as "matches", count(*) as "count"
    from ${from} group by 1, 2, 3, 4 order by 1, 2`.execute(database);
  const found = rows.filter((row) => row.matches === 1);
  const ofTask = found.filter((row) => task === undefined || row.task === task);
  const ofVillage = found.filter((row) => village === undefined || row.village === village);
  const selected = ofTask.filter((row) => ofVillage.includes(row));
  return {
    all: sumOf(rows),
    total: sumOf(selected),
    overdue: sumOf(selected.filter((row) => row.isOverdue === 1)),
    tasks: sumsBy(ofVillage, (row) => row.task),
    villages: sumsBy(ofTask, (row) => row.village),
  };
}

function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}

function sumsBy<Row extends { readonly count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + row.count);
  }
  return sums;
}

function matching({ task, village, text }: WorklistFilter): RawBuilder<unknown> {
  const conditions = [
    ...(task === undefined ? [] : [sql`d."task" = ${task}`]),
    ...(village === undefined ? [] : [sql`d."village" = ${village}`]),
    ...(text === undefined ? [] : [speaksOf(text)]),
  ];
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

function speaksOf({ part, householdIds }: NonNullable<WorklistFilter['text']>): RawBuilder<unknown> {
  const byCode = containsText('c.householdCode', part);
  const byPerson =
    householdIds.length === 0 ? sql`` : sql` or c."householdId" in (${sql.join(householdIds)})`;
  return sql`exists (select 1 from case_list c
    where d."kind" = 'case' and c."caseId" = d."subjectId" and (${byCode}${byPerson}))`;
}

/** A page goes on behind a row and not behind a count of rows, so rows that come meanwhile shift nothing. */
function behind(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`1 = 1`;
  const { dueGroup, since, key } = placeFrom(after);
  return sql`(d."dueGroup", d."since", d."key") > (${dueGroup}, ${since}, ${key})`;
}

function placeFrom(after: string) {
  const [dueGroup = '', since = '', key = ''] = after.split('~');
  return { dueGroup: Number(dueGroup), since, key };
}

async function pageOf(database: ReadModelDatabase, rows: readonly PageRow[], limit: number) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const caseIds = shown.filter(({ kind }) => kind === 'case').map(({ subjectId }) => subjectId);
  const cases = await casesOf(database, caseIds);
  return {
    tasksShown: shown.map((row): ListedTask => {
      const found = row.kind === 'case' ? cases.get(row.subjectId) : undefined;
      return { ...row, dueGroup: DUE_GROUPS[row.dueGroup]!, case: found };
    }),
    next: rows.length > limit && last ? `${last.dueGroup}~${last.since}~${last.key}` : undefined,
  };
}
