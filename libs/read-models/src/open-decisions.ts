import type { StoredEvent } from '@yihu/event-store';
import { metadataOf, type ReadModel, type Rows } from './read-model';
import { flag, table, text, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';

/**
 * Decisions whose streams land one after the other, and which of them were seen. On a store that holds the streams
 * of a decision together there are none.
 */
export const openDecisionTable = table(
  'open_decisions',
  {
    commandId: text,
    subjectStream: text,
    /** A list: every stream of the decision, in the order in which they land; none once it is over. */
    streams: text,
    /** A list: those of them that do not hold it yet. */
    missing: text,
    isOpen: flag,
  },
  { key: ['commandId'], indexes: [['isOpen']] },
);

export type OpenDecisionRow = RowOf<typeof openDecisionTable>;

export const openDecisions: ReadModel = { kind: 'every', tables: [openDecisionTable], project };

function project(event: StoredEvent, rows: Rows): void {
  const { commandId, subjectStream, decisionStreams } = metadataOf(event);
  if (event.type === 'DecisionAbandoned') takeBack(event, rows);
  if (subjectStream === undefined) return;
  const row = rows.get(openDecisionTable, commandId) ?? {
    commandId,
    subjectStream,
    streams: JSON.stringify(decisionStreams),
    missing: JSON.stringify(decisionStreams),
    isOpen: 1,
  };
  rows.put(openDecisionTable, without(row, event.stream));
}

/** A subject that is closed to a decision ends it; another stream that is closed to it only lacks its part for good. */
function takeBack({ data, stream }: StoredEvent, rows: Rows): void {
  const row = rows.get(openDecisionTable, String(data['commandId']));
  if (!row) return;
  const isOver = stream === row.subjectStream;
  rows.put(openDecisionTable, isOver ? over(row) : without(row, stream));
}

function without(row: OpenDecisionRow, stream: string): OpenDecisionRow {
  if (!row.isOpen) return row;
  const missing = listOf(row.missing).filter((each) => each !== stream);
  return missing.length > 0 ? { ...row, missing: JSON.stringify(missing) } : over(row);
}

/** Only that it is over is kept, for the repeats of its facts: there are as many as decisions were ever made. */
const over = (row: OpenDecisionRow): OpenDecisionRow => ({ ...row, streams: '[]', missing: '[]', isOpen: 0 });

const listOf = (text: string) => JSON.parse(text) as readonly string[];

/** A decision of which not every stream is known to hold its part. */
export interface OpenDecision {
  readonly commandId: string;
  readonly subjectStream: string;
  readonly streams: readonly string[];
}

/** The decisions that are open as far as the read models have come, in the order of their command ids. */
export async function listOpenDecisions(database: ReadModelDatabase): Promise<readonly OpenDecision[]> {
  const rows = await database
    .selectFrom('open_decisions')
    .where('isOpen', '=', 1)
    .orderBy('commandId')
    .select(['commandId', 'subjectStream', 'streams'])
    .execute();
  return rows.map((row) => ({ ...row, streams: listOf(row.streams) }));
}
