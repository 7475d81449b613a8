import type { ReadModelDatabase } from './tables';
import type { DueParts } from './worklist-due';
import { filingTask } from './worklist-parts';
import type { WorklistRow } from './worklist-table';

/** What a case waits for, wherever it is: itself, its sheet or its batch. */
export interface CaseWaiting extends DueParts, Pick<WorklistRow, 'staffId'> {
  readonly task: string;
  readonly role: string;
}

/** What a case waits for; undefined in an ending, and while nobody can do anything about it. */
export async function findCaseWaiting(
  database: ReadModelDatabase,
  caseId: string,
  batchId: string | null,
): Promise<CaseWaiting | undefined> {
  const own = await rowOf(database, `case-${caseId}`);
  if (own?.gate === 'batch') return waiting(await rowOf(database, `payment-${batchId}`));
  if (own?.gate === 'sheet') return (await onSheet(database, own)) ?? waiting(own);
  return waiting(own);
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
