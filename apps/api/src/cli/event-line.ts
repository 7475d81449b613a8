import type { StoredEvent } from '@yihu/event-store';

/** One event as one line of JSON, its keys always in this order. */
export function eventLine({ position, stream, revision, id, type, data, metadata }: StoredEvent): string {
  return JSON.stringify({ position, stream, revision, id, type, data, metadata });
}
