import type { Role } from '@yihu/domain';
import type { ReadModelDatabase } from './tables';
import type { DueParts } from './worklist-due';
import { filingTask } from './worklist-parts';
import type { WorklistRow } from './worklist-table';

/** What a case waits for, wherever it is: itself, its sheet, its notices or its batch. */
export interface CaseWaiting extends DueParts, Pick<WorklistRow, 'staffId'> {
  readonly task: string;
  readonly role: Role;
}

/** What a case waits for; undefined in an ending, and while nobody can do anything about it. */
export async function findCaseWaiting(
  database: ReadModelDatabase,
  caseId: string,
  batchId: string | null,
): Promise<CaseWaiting | undefined> {
  const own = await rowOf(database, `case-${caseId}`);
  if (own === undefined) return undefined;
  return (await elsewhere(database, own, batchId)) ?? waiting(own);
}

/** Where another subject must go on first. */
async function elsewhere(
  database: ReadModelDatabase,
  own: WorklistRow,
  batchId: string | null,
): Promise<CaseWaiting | undefined> {
  switch (own.gate) {
    case 'batch':
      return waiting(await rowOf(database, `payment-${batchId}`));
    case 'sheet':
      return onSheet(database, own);
    case 'plan-notice':
      return onNotices(database, own, 'plan');
    case 'archive':
      return onNotices(database, own, 'result');
    default:
      return undefined;
  }
}

async function rowOf(database: ReadModelDatabase, key: string): Promise<WorklistRow | undefined> {
  return database.selectFrom('worklist').selectAll().where('key', '=', key).executeTakeFirst();
}

function waiting(row: WorklistRow | undefined): CaseWaiting | undefined {
  return row && row.task !== null && row.role !== null
    ? { ...row, task: row.task, role: row.role }
    : undefined;
}

/** A case on a sheet waits for what the sheet waits for, and once that was received to be filed. */
async function onSheet(database: ReadModelDatabase, own: WorklistRow): Promise<CaseWaiting | undefined> {
  const sheet = await database
    .selectFrom('summary_entries as e')
    .innerJoin('summary_sheets as s', (join) =>
      join.onRef('s.summaryId', '=', 'e.summaryId').onRef('s.no', '=', 'e.no'),
    )
    .where('e.caseId', '=', own.subjectId)
    .where('e.planVersion', '=', own.planVersion)
    .where('s.status', '<>', 'void')
    .orderBy('s.no', 'desc')
    .select(['s.summaryId', 's.no', 's.status', 's.since', filingTask.as('filingTask')])
    .executeTakeFirst();
  if (sheet === undefined) return undefined;
  if (sheet.status !== 'received')
    return waiting(await rowOf(database, `summary-${sheet.summaryId}-${sheet.no}`));
  return { ...own, task: sheet.filingTask, role: 'bureau', since: sheet.since };
}

/** Village and town hang a notice each, and the case waits for whichever is not done. */
async function onNotices(
  database: ReadModelDatabase,
  own: WorklistRow,
  kind: 'plan' | 'result',
): Promise<CaseWaiting | undefined> {
  const { year, village, town } = own;
  const levels: readonly (readonly [string, Role])[] = [
    [village ?? town, 'village-cadre'],
    [town, 'town-cadre'],
  ];
  for (const [unit, role] of levels) {
    const found = await onNotice(database, own, `${year}-${unit}-${kind}`, role);
    if (found !== 'done') return found;
  }
  return undefined;
}

async function onNotice(
  database: ReadModelDatabase,
  own: WorklistRow,
  noticeId: string,
  poster: Role,
): Promise<CaseWaiting | 'done' | undefined> {
  const postings = await database
    .selectFrom('notice_entries as e')
    .innerJoin('notice_postings as p', (join) =>
      join.onRef('p.noticeId', '=', 'e.noticeId').onRef('p.posting', '=', 'e.posting'),
    )
    .where('e.caseId', '=', own.subjectId)
    .where('e.planVersion', '=', own.planVersion)
    .where('e.noticeId', '=', noticeId)
    .select('p.status')
    .execute();
  const hangs = (status: string) => postings.some((posting) => posting.status === status);
  if (!hangs('hanging') && !hangs('complete')) {
    return { ...own, task: 'post', role: poster, staffId: null, deadline: 'photos' };
  }
  // A plan has hung in full with its posting; of a result the photos go on to the bureau.
  if (hangs('complete') && own.gate === 'plan-notice') return 'done';
  return waiting(await rowOf(database, `notice-${noticeId}`)) ?? 'done';
}
