import { addDays, dayInShanghai } from '@yihu/domain';
import { sql, type RawBuilder } from 'kysely';
import { startOf, type Deadline, type WorklistRow } from './worklist-table';

/** How near the day is by which something has to be done, the nearest first. */
export const DUE_GROUPS = ['overdue', 'today', 'within-three-days', 'later', 'no-date'] as const;

export type DueGroup = (typeof DUE_GROUPS)[number];

/** What a version of a programme's policy says about days. */
export interface DuePolicy {
  readonly year: number;
  readonly version: number;
  /** It governs what is not pinned to a version. */
  readonly isNewest: boolean;
  /** The last day that is in time, by deadline. */
  readonly lastDays: Readonly<Record<Deadline, string>>;
  /** Days that a step may take, by task; a step that is left out has no limit. */
  readonly stepDays: Readonly<Record<string, number>>;
}

/** What a row says about days. */
export type DueParts = Pick<
  WorklistRow,
  'year' | 'policyVersion' | 'since' | 'deadline' | 'extendedTo' | 'askedBy'
> & { readonly task: string | null };

/** The earliest of the programme's deadline, the step's limit and a day that was asked for. */
export function dueOn(row: DueParts, policies: readonly DuePolicy[]): string | undefined {
  const policy = policies.find((each) => governs(each, row));
  const days = policy && row.task === null ? undefined : policy?.stepDays[row.task!];
  const dates = [
    row.extendedTo ?? (row.deadline && policy?.lastDays[row.deadline]),
    row.askedBy,
    days === undefined ? undefined : addDays(dayInShanghai(row.since), days),
  ];
  return dates.filter((date): date is string => typeof date === 'string').sort()[0];
}

function governs({ year, version, isNewest }: DuePolicy, row: DueParts): boolean {
  return year === row.year && (row.policyVersion === null ? isNewest : version === row.policyVersion);
}

export function dueGroupOf(due: string | undefined, today: string): DueGroup {
  if (due === undefined) return 'no-date';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= addDays(today, 3) ? 'within-three-days' : 'later';
}

/**
 * The same as SQL over a row's columns: the place in `DUE_GROUPS`. A day counted from `since` is compared by the
 * instant from which a step's beginning would still be in time, so that the database counts no days.
 */
export function dueGroupSql(policies: readonly DuePolicy[], today: string): RawBuilder<number> {
  const deadline = deadlineSql(policies);
  const steps = policies.flatMap((policy) =>
    Object.entries(policy.stepDays).map(([task, days]) => ({ policy, task, days })),
  );
  const isDueBy = (day: string) => {
    const dates = [sql`${deadline} <= ${day}`, sql`${sql.ref('askedBy')} <= ${day}`];
    const limits = steps.map(({ policy, task, days }) => {
      const begunBefore = startOf(addDays(day, 1 - days));
      return sql`(${governsSql(policy)} and ${sql.ref('task')} = ${task} and ${sql.ref('since')} < ${begunBefore})`;
    });
    return sql.join([...dates, ...limits], sql` or `);
  };
  return sql<number>`case
    when ${isDueBy(addDays(today, -1))} then 0
    when ${isDueBy(today)} then 1
    when ${isDueBy(addDays(today, 3))} then 2
    when ${isDueBy('9999-12-30')} then 3
    else 4 end`;
}

function deadlineSql(policies: readonly DuePolicy[]): RawBuilder<unknown> {
  const cases = policies.flatMap((policy) =>
    Object.entries(policy.lastDays).map(
      ([deadline, day]) =>
        sql`when ${governsSql(policy)} and ${sql.ref('deadline')} = ${deadline} then ${day}`,
    ),
  );
  if (cases.length === 0) return sql.ref('extendedTo');
  return sql`coalesce(${sql.ref('extendedTo')}, case ${sql.join(cases, sql` `)} end)`;
}

function governsSql({ year, version, isNewest }: DuePolicy): RawBuilder<unknown> {
  const own = sql`${sql.ref('policyVersion')} = ${version}`;
  const newest = isNewest ? sql` or ${sql.ref('policyVersion')} is null` : sql``;
  return sql`(${sql.ref('year')} = ${year} and (${own}${newest}))`;
}
