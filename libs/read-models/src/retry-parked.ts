import type { EventStore, StoredEvent } from '@yihu/event-store';
import { inTransaction } from '@yihu/sql';
import { parkedTable, type ParkedStream } from './parked-streams';
import { projectEvent, type Writer } from './project-page';

/** How a retry of the parked streams went. */
export interface Retried {
  /** Streams that are followed again. */
  readonly released: readonly string[];
  /** Streams that failed again, each with its new error. */
  readonly parked: readonly ParkedStream[];
}

/** Projects every parked stream again from the event that failed, as after a corrected program was started. */
export async function retryParkedStreams(store: EventStore, writer: Writer): Promise<Retried> {
  const released: string[] = [];
  const stillParked: ParkedStream[] = [];
  for (const stream of parkedNow(writer)) {
    const parked = await retryStream(store, writer, stream);
    if (parked === undefined) released.push(stream);
    else stillParked.push(parked);
  }
  return { released, parked: stillParked };
}

async function retryStream(
  store: EventStore,
  writer: Writer,
  stream: string,
): Promise<ParkedStream | undefined> {
  for (;;) {
    const before = writer.rows.get(parkedTable, stream);
    if (before === undefined) return undefined;
    const { events, lastRevision } = await store.read(stream, { fromRevision: before.firstRevision });
    // An event that was held back while the store was read is not among these: read again.
    const heldBack = writer.rows.get(parkedTable, stream)?.lastRevision ?? -1;
    if (heldBack > lastRevision && heldBack > before.lastRevision) continue;
    projectAgain(writer, stream, events);
    return writer.rows.get(parkedTable, stream);
  }
}

/** Asked on the projector's own connection, since a query on the other may have to wait for a reader. */
function parkedNow({ models }: Writer): readonly string[] {
  const rows = models.writer.prepare<ParkedStream>('select stream from parked_streams order by stream').all();
  return rows.map((row) => row.stream);
}

function projectAgain({ models, rows }: Writer, stream: string, events: readonly StoredEvent[]): void {
  try {
    inTransaction(models.writer, () => {
      models.writer.prepare('delete from parked_streams where stream = ?').run(stream);
      rows.forget();
      for (const event of events) projectEvent(rows, event);
      rows.save();
    });
  } catch (error) {
    rows.forget();
    throw error;
  }
}
