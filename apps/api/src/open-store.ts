import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore, openEventStoreDb, type EventStore } from '@yihu/event-store';
import type { EventStorePlace } from './configuration';

/** Opens the event store of an installation. Throws what the store throws; a folder is locked unless `lock` is false. */
export async function openStore(place: EventStorePlace, { lock = true } = {}): Promise<EventStore> {
  return place.kind === 'server'
    ? openEventStoreDb({ url: place.url })
    : openEmbeddedStore({ folder: place.folder, lock });
}

/** Whether there can be events to read: a folder that no store was ever opened in is not touched. */
export function mayHoldEvents(place: EventStorePlace): boolean {
  return place.kind === 'server' || existsSync(join(place.folder, 'events.db'));
}

/** How the place is told to people: of a server neither user nor password. */
export function nameOf(place: EventStorePlace): string {
  return place.kind === 'server' ? place.url.replace(/^[^/]*\/\/([^@/?]*@)?|[/?].*$/g, '') : place.folder;
}

/** Does something with a store that is opened for it and closed after it. */
export async function withStore<T>(
  place: EventStorePlace,
  work: (store: EventStore) => Promise<T>,
  options: { readonly lock?: boolean } = {},
): Promise<T> {
  const store = await openStore(place, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
