import { createHash } from 'node:crypto';
import type { Members } from '../recorded-event';

/** One event of a history told by hand; tests change it freely before it is recorded. */
export interface Told {
  stream: string;
  type: string;
  // A test reaches into payloads of every shape, and a wrong reach fails it.
  data: Payload;
  actorId: string;
}

export type Payload = { [name: string]: unknown };

/** An event as a line of the export holds it. */
export interface Line {
  position: string;
  stream: string;
  revision: number;
  id: string;
  type: string;
  data: Payload;
  metadata: Payload;
}

const START_MS = Date.parse('2024-03-01T00:00:00.000Z');
const MINUTE_MS = 60_000;

export function told(stream: string, type: string, data: Members = {}, actorId = 'somebody'): Told {
  return { stream, type, data: structuredClone(data), actorId };
}

/** The history as a store would hold it, its chain of hashes included. */
export function recorded(history: readonly Told[]): Line[] {
  const lasts = new Map<string, Line>();
  return history.map(({ stream, type, data, actorId }, index) => {
    const last = lasts.get(stream);
    const line: Line = {
      position: String(index + 1),
      stream,
      revision: (last?.revision ?? -1) + 1,
      id: `event-${index + 1}`,
      type,
      data,
      metadata: {
        actorId,
        recordedAt: new Date(START_MS + index * MINUTE_MS).toISOString(),
        ...(last && { previousHash: hashOf(last) }),
      },
    };
    lasts.set(stream, line);
    return line;
  });
}

export function asText(lines: readonly Line[]): string[] {
  return lines.map((line) => JSON.stringify(line));
}

/** The hash by another way than the recount's: the whole value is rebuilt with its names in order. */
function hashOf({ type, data, metadata }: Line): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder({ type, data, metadata })))
    .digest('hex');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Payload;
  return Object.fromEntries(
    Object.keys(members)
      .sort()
      .map((name) => [name, inOrder(members[name])]),
  );
}
