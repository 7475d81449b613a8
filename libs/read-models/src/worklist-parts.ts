import { sql, type RawBuilder } from 'kysely';
import type { StaffRole } from './staff';

/** Whose worklist it is, and where their roles reach. */
export interface WorklistReader {
  readonly staffId: string;
  readonly grants: readonly StaffRole[];
}

export interface WorklistDay {
  /** ISO date in Shanghai. */
  readonly today: string;
  /** Years in which the second tranche waits for the result notice. */
  readonly noticeBeforeSecond: readonly number[];
}

type Part = RawBuilder<unknown>;

const NOTHING = sql`1 = 0`;

/** Everything that waits for a reader, one row for each thing to do. */
export function waitingFor(reader: WorklistReader, day: WorklistDay): Part {
  const within = (role: string): Part | undefined => {
    const territories = reader.grants.filter((grant) => grant.role === role).map((each) => each.territory);
    return territories.length === 0 ? undefined : anyOf(territories.map(inTerritory));
  };
  const village = within('village-cadre');
  const town = within('town-cadre');
  const finance = within('town-finance');
  const bureau = within('bureau');
  const parts = [
    ownRows(reader, day),
    ...(bureau ? [casesToFile(bureau)] : []),
    ...(town ? [summariesToDraw(town), noticesToPost('town', town, day)] : []),
    ...(village ? [noticesToPost('village', village, day)] : []),
    ...(finance ? [batchesToDraw(1, finance, day), batchesToDraw(2, finance, day)] : []),
  ];
  return sql.join(parts, sql` union all `);
}

/** A unit lies in a territory when its code begins with the territory's; as a range, an index finds it. */
export function inTerritory(territory: string): Part {
  return sql`w."unit" >= ${territory} and w."unit" < ${`${territory}~`}`;
}

export function anyOf(conditions: readonly Part[]): Part {
  if (conditions.length === 0) return NOTHING;
  return sql`(${sql.join(
    conditions.map((each) => sql`(${each})`),
    sql` or `,
  )})`;
}

/** What waits for this very person, or for anyone with one of the reader's roles. */
function ownRows({ staffId, grants }: WorklistReader, { today }: WorklistDay): Part {
  const own = grants.flatMap(({ role, territory }) => [
    sql`w."staffId" = ${staffId} and w."role" = ${role} and ${inTerritory(territory)}`,
    sql`w."role" = ${role} and ${inTerritory(territory)} and w."staffId" is null`,
  ]);
  return sql`
    select w."key", w."kind", w."subjectId", w."task", w."year", w."town", w."village", w."since", w."deadline",
      w."extendedTo", w."askedBy", w."policyVersion", w."reason", w."count", w."amountFen", w."rewardFen",
      w."planVersion", w."revision"
    from worklist w
    where ${anyOf(own)} and w."task" is not null and w."grouped" = 0
      and (w."availableOn" is null or w."availableOn" <= ${today})
      and (w."exceptStaffId" is null or w."exceptStaffId" <> ${staffId})
      and (w."gate" is null or (${photosReceived('village')} and ${photosReceived('town')}))`;
}

function photosReceived(level: 'village' | 'town'): Part {
  return sql`exists (select 1 from notices n
    where n."noticeId" = ${noticeId(level, 'result')} and n."photosReceived" = 1)`;
}

/** Cases on a sheet that the bureau has received are filed or sent back one by one. */
function casesToFile(within: Part): Part {
  return sql`
    select w."key", w."kind", w."subjectId", ${filingTask} as "task", w."year", w."town", w."village", s."since",
      w."deadline", w."extendedTo", w."askedBy", w."policyVersion", w."reason", w."count", w."amountFen",
      w."rewardFen", w."planVersion", w."revision"
    from worklist w
    join summary_entries e on e."caseId" = w."subjectId" and e."planVersion" = w."planVersion"
    join summary_sheets s on s."summaryId" = e."summaryId" and s."no" = e."no" and s."status" = 'received'
    where w."gate" = 'sheet' and ${within}`;
}

/** What the bureau has to do with a case on a sheet that it received. */
export const filingTask = sql<string>`case
  when s."returned" like '%"' || e."caseId" || '"%' then 'return-filing' else 'file-plan' end`;

/** Signed cases that are on no sheet are one thing to do in a town: the next sheet. */
function summariesToDraw(within: Part): Part {
  const id = sql`w."year" || '-' || w."town"`;
  return group({
    key: sql`'summary-' || ${id} || '-draw'`,
    kind: 'summary',
    id,
    task: 'draw',
    village: sql`null`,
    by: sql`w."year", w."town"`,
    deadline: 'build',
    where: sql`w."gate" = 'sheet' and ${within} and not ${onSheet(sql`s."status" <> 'void'`)}`,
  });
}

function onSheet(status: Part): Part {
  return sql`exists (select 1 from summary_entries e
    join summary_sheets s on s."summaryId" = e."summaryId" and s."no" = e."no"
    where e."caseId" = w."subjectId" and e."planVersion" = w."planVersion" and ${status})`;
}

/** Cases that can be paid are one thing to do in a town and a tranche: the next batch. */
function batchesToDraw(tranche: 1 | 2, within: Part, day: WorklistDay): Part {
  const id = sql`w."year" || '-' || w."town" || ${`-${tranche}`}`;
  return group({
    key: sql`'payment-' || ${id} || '-draw'`,
    kind: 'payment',
    id,
    task: 'draw',
    village: sql`null`,
    by: sql`w."year", w."town"`,
    deadline: 'pay',
    where: sql`${payable(tranche, day)} and ${within}`,
  });
}

/** A case that a batch could hold, as far as rows can tell; the rules have the last word when it is drawn. */
export function payable(tranche: 1 | 2, { noticeBeforeSecond }: WorklistDay): Part {
  const gate = tranche === 1 ? 'plan-notice' : 'second-tranche';
  const hung = (kind: 'plan' | 'result') =>
    sql`${isHung('village', kind, sql`p."status" = 'complete'`)} and ${isHung('town', kind, sql`p."status" = 'complete'`)}`;
  const notices =
    tranche === 1
      ? hung('plan')
      : noticeBeforeSecond.length === 0
        ? sql`1 = 1`
        : sql`(w."year" not in (${sql.join(noticeBeforeSecond)}) or (${hung('result')}))`;
  return sql`w."gate" = ${gate} and w."amountFen" + w."rewardFen" > 0
    and (w."reason" is null or w."reason" <> 'frozen') and ${notices}
    and exists (select 1 from case_list c join households h on h."householdId" = c."householdId"
      where c."caseId" = w."subjectId" and h."accountRef" is not null)`;
}

/** Cases that hang nowhere yet are one thing to do in a village or a town: the next notice. */
function noticesToPost(level: UnitLevel, within: Part, day: WorklistDay): Part {
  const parts = (['plan', 'result'] as const).map((kind) => {
    const id = noticeId(level, kind);
    return group({
      key: sql`'notice-' || ${id} || '-post'`,
      kind: 'notice',
      id,
      task: 'post',
      village: level === 'village' ? sql`w."village"` : sql`null`,
      by: level === 'village' ? sql`w."year", w."town", w."village"` : sql`w."year", w."town"`,
      deadline: 'photos',
      where: sql`${postable(level, kind, day)} and ${within}`,
    });
  });
  return sql.join(parts, sql` union all `);
}

export type UnitLevel = 'village' | 'town';

/** A case that a notice of its village or its town has to show and does not, as far as rows can tell. */
export function postable(
  level: UnitLevel,
  kind: 'plan' | 'result',
  { noticeBeforeSecond }: WorklistDay,
): Part {
  const sealed = onSheet(sql`s."status" in ('sealed', 'submitted', 'received')`);
  const early =
    noticeBeforeSecond.length === 0
      ? NOTHING
      : sql`w."gate" = 'second-tranche' and w."year" in (${sql.join(noticeBeforeSecond)})`;
  const conditions = {
    plan: sql`(w."gate" = 'plan-notice' or (w."gate" = 'sheet' and ${sealed}))`,
    result: sql`(w."gate" = 'archive' or (${early}))`,
  };
  return sql`${conditions[kind]} and not ${isHung(level, kind, sql`p."status" <> 'interrupted'`)}`;
}

function isHung(level: 'village' | 'town', kind: 'plan' | 'result', status: Part): Part {
  return sql`exists (select 1 from notice_entries e
    join notice_postings p on p."noticeId" = e."noticeId" and p."posting" = e."posting"
    where e."caseId" = w."subjectId" and e."planVersion" = w."planVersion"
      and e."noticeId" = ${noticeId(level, kind)} and ${status})`;
}

function noticeId(level: 'village' | 'town', kind: 'plan' | 'result'): Part {
  return sql`w."year" || '-' || w.${sql.ref(level)} || ${`-${kind}`}`;
}

interface Group {
  readonly key: Part;
  readonly kind: 'summary' | 'payment' | 'notice';
  /** The id of the subject, as SQL. */
  readonly id: Part;
  readonly task: string;
  readonly village: Part;
  readonly by: Part;
  readonly deadline: string;
  readonly where: Part;
}

/** Many cases as one thing to do. It waits since the first of them, and its subject may not be there yet. */
function group({ key, kind, id, task, village, by, deadline, where }: Group): Part {
  return sql`
    select ${key} as "key", ${kind} as "kind", ${id} as "subjectId", ${task} as "task", w."year", w."town",
      ${village} as "village", min(w."since") as "since", ${deadline} as "deadline", null as "extendedTo",
      null as "askedBy", null as "policyVersion", null as "reason", count(*) as "count",
      sum(w."amountFen") as "amountFen", sum(w."rewardFen") as "rewardFen", 0 as "planVersion",
      coalesce((select r."revision" from stream_revisions r where r."stream" = ${`${kind}-`} || ${id}), -1)
        as "revision"
    from worklist w
    where ${where}
    group by ${by}`;
}
