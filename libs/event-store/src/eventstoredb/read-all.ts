import { START, type Position, type ResolvedEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { PositionMismatch, StoreUnavailable } from '../errors';
import type { StoredEvent } from '../event-store';
import { asked } from './calls';
import type { Connection } from './connection';
import { decodeEvent } from './decode-event';
import { parsePosition, textOf } from './position';
import { collect } from './read-stream';

/** System events stand in the total order too, so that more is read than is asked for. */
const SPARE_EVENTS = 32;

/** The next events of the total order, `limit` at most. */
export async function readAll(
  connection: Connection,
  afterPosition: string | undefined,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  let after = afterPosition === undefined ? undefined : parsePosition(afterPosition);
  for (;;) {
    const pageSize = limit - events.length + SPARE_EVENTS;
    const page = await readPage(connection, after, pageSize);
    events.push(...page.events);
    if (events.length >= limit) return events.slice(0, limit);
    if (page.last === undefined) return events;
    after = page.last;
  }
}

interface Page {
  readonly events: readonly StoredEvent[];
  /** Where the page ends; nothing behind it when the page is the last. */
  readonly last: Position | undefined;
}

async function readPage(
  connection: Connection,
  after: Position | undefined,
  pageSize: number,
): Promise<Page> {
  const found = after
    ? await readFrom(connection, after, pageSize + 1)
    : await read(connection, START, pageSize);
  const behind = after ? found.slice(1) : found;
  const events = behind.filter(isOurs).map(decodeEvent);
  return { events, last: behind.length < pageSize ? undefined : behind.at(-1)?.event?.position };
}

/** The server's own events stand in streams of its own, and `$streamDeleted` in the stream that it ends. */
export function isOurs({ event }: ResolvedEvent): boolean {
  return event !== undefined && !event.streamId.startsWith('$') && !event.type.startsWith('$');
}

/**
 * Checks that a stored position is still that of the event it was stored for. Throws `BadPosition`, or
 * `PositionMismatch` when the store is another or an older copy.
 */
export async function assertPosition(
  connection: Connection,
  text: string,
  eventId: string | undefined,
): Promise<Position> {
  const position = parsePosition(text);
  const [found] = await readFrom(connection, position, 1);
  const actualId = found?.event?.id;
  if (eventId !== undefined && eventId.toLowerCase() !== actualId) {
    throw new PositionMismatch(text, eventId, actualId);
  }
  return position;
}

/** What stands at a position and behind it. Throws `PositionMismatch` when no event stands at it. */
async function readFrom(
  connection: Connection,
  from: Position,
  count: number,
): Promise<readonly ResolvedEvent[]> {
  const found = await read(connection, from, count).catch((error: unknown) => {
    if (error instanceof StoreUnavailable && isUnknownPosition(error.cause)) return [];
    throw error;
  });
  const first = found[0]?.event?.position;
  if (first?.commit === from.commit && first.prepare === from.prepare) return found;
  throw new PositionMismatch(textOf(from), undefined, undefined);
}

function read(
  { client, credentials, limits }: Connection,
  fromPosition: Position | typeof START,
  maxCount: number,
): Promise<readonly ResolvedEvent[]> {
  return asked(limits, () =>
    collect(
      client.readAll({ fromPosition, maxCount, credentials, requiresLeader: true }),
      limits.callTimeoutMs,
    ),
  );
}

/** A place in the log at which no event begins is an invalid argument, and to servers before 24 an unknown error. */
function isUnknownPosition(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return code === status.INVALID_ARGUMENT || code === status.UNKNOWN;
}
