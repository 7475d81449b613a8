import { kindOf } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { inTransaction, sqliteFault } from '@yihu/sql';
import { CHECKPOINT_NAME, checkpointTable, streamRevisionTable, type Checkpoint } from './bookkeeping';
import type { ReadModels } from './database';
import { openPageRows, type PageRows } from './page-rows';
import { holdBack, parkedBy, parkedTable, RevisionGap } from './parked-streams';
import type { ReadModel } from './read-model';
import { allTables, readModels } from './tables';

/** The one writer of the read models. */
export interface Writer {
  readonly models: ReadModels;
  readonly rows: PageRows;
}

const ofEveryKind = readModels.filter(({ kind }) => kind === 'every');
const modelsByKind = new Map<string, readonly ReadModel[]>();
for (const { kind } of readModels) {
  modelsByKind.set(kind, [...readModels.filter((model) => model.kind === kind), ...ofEveryKind]);
}

export function openWriter(models: ReadModels): Writer {
  return { models, rows: openPageRows(models.writer, allTables) };
}

/**
 * Projects events in one transaction: rows, last revisions and checkpoint are stored together or not at all.
 * An event that cannot be projected parks its stream; only a failure of the database fails the page.
 */
export function projectPage(
  { models, rows }: Writer,
  events: readonly StoredEvent[],
  comparePositions: (a: string, b: string) => number,
): void {
  try {
    inTransaction(models.writer, () => {
      for (const event of events) projectEvent(rows, event);
      advanceCheckpoint(rows, events, comparePositions);
      rows.save();
    });
  } catch (error) {
    rows.forget();
    throw error;
  }
}

/** The last event delivered so far, or undefined before the first. */
export function checkpointOf({ rows }: Writer): Checkpoint | undefined {
  return rows.get(checkpointTable, CHECKPOINT_NAME);
}

/** Takes one event into the rows of its stream's models, or parks the stream. Call it inside a transaction. */
export function projectEvent(rows: PageRows, event: StoredEvent): void {
  const parked = rows.get(parkedTable, event.stream);
  if (parked !== undefined) {
    rows.put(parkedTable, holdBack(parked, event));
    rows.keepEvent();
    return;
  }
  const lastRevision = rows.get(streamRevisionTable, event.stream)?.revision ?? -1;
  // Delivered before: whatever it changed is in the rows already.
  if (event.revision <= lastRevision) return;
  try {
    if (event.revision !== lastRevision + 1) throw new RevisionGap(lastRevision + 1, event.revision);
    for (const model of modelsByKind.get(kindOf(event.stream)) ?? ofEveryKind) model.project(event, rows);
    rows.put(streamRevisionTable, { stream: event.stream, revision: event.revision });
  } catch (error) {
    rows.undoEvent();
    // The database's own failure says nothing about the event, and would come back with the next one.
    if (sqliteFault(error) !== undefined) throw error;
    rows.put(parkedTable, parkedBy(error, event, lastRevision + 1));
  }
  rows.keepEvent();
}

/** A store that delivers out of order must not move the checkpoint back, or events would count twice. */
function advanceCheckpoint(
  rows: PageRows,
  events: readonly StoredEvent[],
  comparePositions: (a: string, b: string) => number,
): void {
  let reached = rows.get(checkpointTable, CHECKPOINT_NAME);
  for (const { position, id: eventId } of events) {
    if (reached === undefined || comparePositions(position, reached.position) > 0) {
      reached = { name: CHECKPOINT_NAME, position, eventId };
    }
  }
  if (reached === undefined) return;
  rows.put(checkpointTable, reached);
  rows.keepEvent();
}
