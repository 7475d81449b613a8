import {
  BACKWARDS,
  END,
  FORWARDS,
  StreamNotFoundError,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { CorruptStore } from '../errors';
import type { ReadOptions, StoredEvent, StreamSlice } from '../event-store';
import { asked, bounded } from './calls';
import type { Connection } from './connection';
import { decodeEvent } from './decode-event';

/** All events of a read; each may take as long as a call may. */
export async function collect(
  read: StreamingRead<ResolvedEvent>,
  timeoutMs: number,
): Promise<readonly ResolvedEvent[]> {
  const found: ResolvedEvent[] = [];
  const iterator = read[Symbol.asyncIterator]();
  const cancel = () => void read.cancel().catch(() => undefined);
  for (;;) {
    const next = await bounded(iterator.next(), timeoutMs, cancel);
    if (next.done) return found;
    found.push(next.value);
  }
}

interface Part {
  readonly from: bigint | typeof END;
  readonly direction: typeof FORWARDS | typeof BACKWARDS;
  readonly limit: number;
}

/** A part of a stream, or nothing when the server knows no such stream. Decisions rest on it, so the leader is asked. */
async function readPart(
  { client, credentials, limits }: Connection,
  stream: string,
  { from, direction, limit }: Part,
): Promise<readonly ResolvedEvent[] | undefined> {
  return asked(limits, async () => {
    const read = client.readStream(stream, {
      fromRevision: from,
      direction,
      maxCount: limit,
      credentials,
      requiresLeader: true,
    });
    try {
      return await collect(read, limits.callTimeoutMs);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return undefined;
      throw error;
    }
  });
}

/** The revision of a stream's last event; -1 when there is none. Throws `CorruptStore` for one that was deleted. */
export async function headOf(connection: Connection, stream: string): Promise<number> {
  const last = await readPart(connection, stream, { from: END, direction: BACKWARDS, limit: 1 });
  const revision = last?.[0]?.event?.revision;
  if (revision !== undefined) return Number(revision);
  await assertNeverThere(connection, stream);
  return -1;
}

const CUTS = ['$tb', '$maxCount', '$maxAge'];

/** A stream that was deleted or truncated looks like one that never was, but has metadata that says so. */
async function assertNeverThere(connection: Connection, stream: string): Promise<void> {
  const metadata = await readPart(connection, `$$${stream}`, { from: END, direction: BACKWARDS, limit: 1 });
  const said = metadata?.[0]?.event?.data;
  if (typeof said === 'object' && CUTS.some((cut) => cut in said))
    throw new CorruptStore(`The stream ${stream} was deleted or truncated from outside.`);
}

/** As `EventStore.read`; the arguments were checked. */
export async function readStream(
  connection: Connection,
  stream: string,
  { fromRevision, limit, direction }: ReadOptions,
): Promise<StreamSlice> {
  if (direction === 'backwards') return readBackwards(connection, stream, fromRevision, limit);
  const from = fromRevision ?? 0;
  // From one before, so that a stream that ends there is told from one that is shorter.
  const first = Math.max(from - 1, 0);
  const found = await readPart(connection, stream, {
    from: BigInt(first),
    direction: FORWARDS,
    limit: limit === undefined ? Number.MAX_SAFE_INTEGER : limit + from - first,
  });
  if (!found?.length) return { lastRevision: await headOf(connection, stream), events: [] };
  const events = found.map(decodeEvent);
  assertUnbroken(stream, first, events);
  const lastRead = events.at(-1)!.revision;
  const lastRevision = limit === undefined ? lastRead : await headOf(connection, stream);
  return { lastRevision, events: events.filter(({ revision }) => revision >= from) };
}

async function readBackwards(
  connection: Connection,
  stream: string,
  fromRevision: number | undefined,
  limit: number | undefined,
): Promise<StreamSlice> {
  const lastRevision = await headOf(connection, stream);
  if (lastRevision === -1) return { lastRevision, events: [] };
  const start = Math.min(fromRevision ?? lastRevision, lastRevision);
  const first = limit === undefined ? 0 : Math.max(start - limit + 1, 0);
  const count = start - first + 1;
  const found = await readPart(connection, stream, {
    from: BigInt(start),
    direction: BACKWARDS,
    limit: count,
  });
  const events = (found ?? []).map(decodeEvent);
  assertUnbroken(stream, first, [...events].reverse());
  if (events.length !== count) throw gapIn(stream, first, start);
  return { lastRevision, events };
}

function assertUnbroken(stream: string, first: number, events: readonly StoredEvent[]): void {
  if (events.some(({ revision }, index) => revision !== first + index)) {
    throw gapIn(stream, first, events.at(-1)!.revision);
  }
}

function gapIn(stream: string, first: number, last: number): CorruptStore {
  return new CorruptStore(`Events are missing between the revisions ${first} and ${last} of ${stream}.`);
}
