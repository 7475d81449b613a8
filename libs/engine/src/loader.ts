import type { EventStore } from '@yihu/event-store';
import type { Rulebook } from '@yihu/workflow';
import type { FoldCache } from './fold-cache';
import { learn, unreadStream, type KnownStream } from './known-stream';
import type { StoreAccess } from './steps';

/** Reads streams from the store and remembers them. */
export interface Loader extends Omit<StoreAccess<'later'>, 'append'> {
  /** Reads what the store holds now beyond what is remembered. */
  load(stream: string): Promise<KnownStream>;
  /** The same for many at once, who are content with a read that is already under way. */
  loadOnce(stream: string): Promise<KnownStream>;
}

/** Makes a loader that fills the cache. */
export function createLoader(store: EventStore, rulebook: Rulebook, cache: FoldCache): Loader {
  const underWay = new Map<string, Promise<KnownStream>>();

  const read: Loader['read'] = async (stream, fromRevision) =>
    (await store.read(stream, { fromRevision })).events;

  async function load(stream: string): Promise<KnownStream> {
    const workflow = rulebook.workflowOf(stream);
    const remembered = cache.get(stream) ?? unreadStream(workflow);
    const known = learn(workflow, await read(stream, remembered.folded.revision + 1), remembered);
    cache.keep(stream, known);
    return known;
  }

  function loadOnce(stream: string): Promise<KnownStream> {
    const started = underWay.get(stream);
    if (started) return started;
    const loading = load(stream).finally(() => underWay.delete(stream));
    underWay.set(stream, loading);
    return loading;
  }

  return { read, load, loadOnce };
}

/** How someone who only asks reaches the store. */
export function askingOf({ read }: Loader, load: Loader['load']): StoreAccess<'later'> {
  const append = () => Promise.reject(new Error('A question appends nothing'));
  return { read, load, append };
}
