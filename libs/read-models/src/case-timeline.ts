import type { StoredEvent } from '@yihu/event-store';
import { caseTable } from './case-list';
import { existing, metadataOf, subjectIdOf, type ReadModel, type Rows } from './read-model';
import { integer, orNull, table, text, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';

/** One row for each event of a case, as the audit and the case page show it. */
export const timelineTable = table(
  'case_timeline',
  {
    caseId: text,
    revision: integer,
    /** Opaque: where the event stands in the store. Within a case the revisions order. */
    position: text,
    eventId: text,
    type: text,
    /** The stage that the event left the case in. */
    stage: text,
    actorId: text,
    office: text,
    role: text,
    recordedAt: text,
    paperOn: orNull(text),
    commandId: text,
    /** The policy that the decision was made under. */
    policyVersion: orNull(integer),
    /** The payload as JSON; what was sealed stays sealed. */
    data: text,
  },
  { key: ['caseId', 'revision'], appendOnly: true },
);

export type TimelineRow = RowOf<typeof timelineTable>;

/** It stands behind `caseList` in the list of models, whose row already knows the stage after the event. */
export const caseTimeline: ReadModel = { kind: 'case', tables: [timelineTable], project };

function project(event: StoredEvent, rows: Rows): void {
  const caseId = subjectIdOf(event.stream);
  const row = existing(rows.get(caseTable, caseId), event);
  if (row.revision !== event.revision) throw new Error('the timeline was projected before its case');
  const {
    actorId,
    office,
    role,
    recordedAt,
    paperOn = null,
    commandId,
    policyVersion = null,
  } = metadataOf(event);
  rows.put(timelineTable, {
    caseId,
    revision: event.revision,
    position: event.position,
    eventId: event.id,
    type: event.type,
    stage: row.stage,
    actorId,
    office,
    role,
    recordedAt,
    paperOn,
    commandId,
    policyVersion,
    data: JSON.stringify(event.data),
  });
}

/** The events of a case in order, behind a revision (from the first without one). */
export async function timelineOfCase(
  database: ReadModelDatabase,
  caseId: string,
  { afterRevision = -1, limit }: { readonly afterRevision?: number; readonly limit: number },
): Promise<readonly TimelineRow[]> {
  return database
    .selectFrom('case_timeline')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('revision', '>', afterRevision)
    .orderBy('revision')
    .limit(limit)
    .execute();
}
