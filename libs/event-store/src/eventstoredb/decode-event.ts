import type { ResolvedEvent } from '@eventstore/db-client';
import { CorruptStore } from '../errors';
import type { StoredEvent } from '../event-store';
import type { JsonObject } from '../json';
import { textOf } from './position';

/** The event that was stored. Throws `CorruptStore` when it is not one of ours or was blanked. */
export function decodeEvent({ event }: ResolvedEvent): StoredEvent {
  if (!event) throw new CorruptStore('A link leads to an event that is gone.');
  const { streamId, id, type, position } = event;
  const revision = Number(event.revision);
  const at = `revision ${revision} of ${streamId}`;
  if (!position) throw new CorruptStore(`The event store does not tell the position of ${at}.`);
  return {
    position: textOf(position),
    stream: streamId,
    revision,
    id,
    type,
    data: objectOf(event.data, `The data of ${at}`),
    metadata: objectOf(event.metadata, `The metadata of ${at}`),
  };
}

/** The client hands on as text, bytes or nothing what is not JSON. */
function objectOf(value: unknown, name: string): JsonObject {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
  if (!isObject) throw new CorruptStore(`${name} is not a JSON object.`);
  return value as JsonObject;
}
