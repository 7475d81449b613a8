import { addDays, type Role } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { metadataOf, type Rows } from './read-model';
import { flag, integer, orNull, table, text, textOf, type RowOf } from './table';

/** The programme's deadlines, by the policy's own words. */
export type Deadline = 'build' | 'accept' | 'pay' | 'photos';

/** What else must be so before a case can take its next step; other streams know, so it is asked when reading. */
export type Gate = 'sheet' | 'batch' | 'plan-notice' | 'second-tranche' | 'archive';

/** The one remark that a row has room for. */
export type WaitReason = 'frozen' | 'bank-returned' | 'rectifying' | 'returned' | 'resubmitted';

/** One row for each case, summary sheet, payment batch and notice: what it waits for, and of whom. */
export const worklistTable = table(
  'worklist',
  {
    /** The kind, a hyphen and the subject's id; of a sheet also its number. */
    key: text,
    kind: textOf<'case' | 'summary' | 'payment' | 'notice'>(),
    subjectId: text,
    year: integer,
    town: text,
    village: orNull(text),
    /** The village or else the town, which a role's territory must cover. */
    unit: text,
    /** The last segment of the command that is waited for; null when it is nobody's turn. */
    task: orNull(text),
    role: orNull(textOf<Role>()),
    gate: orNull(textOf<Gate>()),
    /** Many of these are one thing to do: they are shown as a group and not one by one. */
    grouped: flag,
    /** The one person it waits for; null when anyone with the role will do. */
    staffId: orNull(text),
    /** Whoever must not be the one, because it takes a second person. */
    exceptStaffId: orNull(text),
    since: text,
    /** The first day on which it can be done, where that is not today. */
    availableOn: orNull(text),
    deadline: orNull(textOf<Deadline>()),
    /** The day that the deadline was moved to for this subject. */
    extendedTo: orNull(text),
    /** A day that was asked for beside the programme's deadlines. */
    askedBy: orNull(text),
    /** The policy that governs it; null for the newest. */
    policyVersion: orNull(integer),
    reason: orNull(textOf<WaitReason>()),
    /** How many cases or rows it holds. */
    count: integer,
    amountFen: integer,
    rewardFen: integer,
    planVersion: integer,
    revision: integer,
  },
  { key: ['key'], indexes: [['staffId'], ['role', 'unit'], ['gate', 'unit']] },
);

export type WorklistRow = RowOf<typeof worklistTable>;

/** What everyone has acted on, and by what last. */
export const actedTable = table(
  'acted_on',
  { actorId: text, key: text, task: text, at: text },
  { key: ['actorId', 'key'], indexes: [['actorId', 'at', 'key']] },
);

export type ActedRow = RowOf<typeof actedTable>;

/** What a subject waits for; what is left out waits for nobody or has no limit. */
export type Waiting = Partial<
  Pick<
    WorklistRow,
    | 'task'
    | 'role'
    | 'gate'
    | 'grouped'
    | 'staffId'
    | 'exceptStaffId'
    | 'availableOn'
    | 'deadline'
    | 'extendedTo'
    | 'askedBy'
    | 'reason'
  >
>;

/** The same, and what it is about. */
export type WaitingSubject = Waiting &
  Pick<WorklistRow, 'key' | 'kind' | 'subjectId' | 'year' | 'town' | 'village'> &
  Partial<Pick<WorklistRow, 'policyVersion' | 'count' | 'amountFen' | 'rewardFen' | 'planVersion'>>;

/** The instant at which a day begins in Shanghai: 16:00 UTC of the day before. */
export function startOf(day: string): string {
  return `${addDays(day, -1)}T16:00:00.000Z`;
}

/** Notes down what a subject waits for after an event. */
export function putWaiting(rows: Rows, event: StoredEvent, waiting: WaitingSubject): void {
  const { task = null, gate = null, availableOn = null } = waiting;
  const before = rows.get(worklistTable, waiting.key);
  const isSame = before?.task === task && before.gate === gate;
  const begunAt = isSame ? before.since : metadataOf(event).recordedAt;
  // Spelled out and not spread: it is made for every event of a case.
  rows.put(worklistTable, {
    key: waiting.key,
    kind: waiting.kind,
    subjectId: waiting.subjectId,
    year: waiting.year,
    town: waiting.town,
    village: waiting.village,
    unit: waiting.village ?? waiting.town,
    task,
    role: waiting.role ?? null,
    gate,
    grouped: waiting.grouped ?? 0,
    staffId: waiting.staffId ?? null,
    exceptStaffId: waiting.exceptStaffId ?? null,
    since: availableOn === null ? begunAt : startOf(availableOn),
    availableOn,
    deadline: waiting.deadline ?? null,
    extendedTo: waiting.extendedTo ?? null,
    askedBy: waiting.askedBy ?? null,
    policyVersion: waiting.policyVersion ?? null,
    reason: waiting.reason ?? null,
    count: waiting.count ?? 1,
    amountFen: waiting.amountFen ?? 0,
    rewardFen: waiting.rewardFen ?? 0,
    planVersion: waiting.planVersion ?? 0,
    revision: event.revision,
  });
}

/** Notes down that the actor of an event has acted on a subject. */
export function putActed(rows: Rows, event: StoredEvent, key: string, task: string | undefined): void {
  if (task === undefined) return;
  const { actorId, recordedAt: at } = metadataOf(event);
  rows.put(actedTable, { actorId, key, task, at });
}
