import type { EventStore } from '@yihu/event-store';
import type { ReadModels } from './database';
import { checkpointOf, openWriter, projectPage } from './project-page';

/** A row is stored once for each page however often it changes, so a fill that holds nobody up takes large ones. */
const PAGE_EVENTS_MAX = 10_000;

export interface FillOptions {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  /** The last position that counts, for an as-of question; all of the store when missing. */
  readonly untilPosition?: string | undefined;
}

/** What a fill did. */
export interface Filled {
  readonly eventCount: number;
  readonly seconds: number;
}

/**
 * Projects the store from the checkpoint on (from the first event for fresh read models) and ends there. As-of
 * is a prefix: the same projections over the events up to a position.
 */
export async function fillReadModels({ store, readModels, untilPosition }: FillOptions): Promise<Filled> {
  const writer = openWriter(readModels);
  const startedMs = performance.now();
  let eventCount = 0;
  let afterPosition = checkpointOf(writer)?.position;
  for (;;) {
    const page = await store.readAll({
      ...(afterPosition !== undefined && { afterPosition }),
      limit: PAGE_EVENTS_MAX,
    });
    const wanted =
      untilPosition === undefined
        ? page
        : page.filter(({ position }) => store.comparePositions(position, untilPosition) <= 0);
    if (wanted.length > 0) projectPage(writer, wanted, store.comparePositions);
    eventCount += wanted.length;
    afterPosition = page.at(-1)?.position;
    if (page.length === 0 || wanted.length < page.length) break;
  }
  return { eventCount, seconds: (performance.now() - startedMs) / 1000 };
}
