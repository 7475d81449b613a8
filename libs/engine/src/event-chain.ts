import type { NewEvent, StoredEvent } from '@yihu/event-store';
import canonicalize from 'canonicalize';
import { hash } from 'node:crypto';

/** What a hash of the chain covers. Where an event stands is covered by the order of the chain itself. */
export type HashedEvent = Pick<NewEvent, 'type' | 'data' | 'metadata'>;

/** A place where a history is not what was once recorded. */
export interface ChainBreak {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly problem: 'gap' | 'hash';
}

/** SHA-256 over the RFC 8785 JSON of an event; the next event of its stream carries it as `previousHash`. */
export function eventHash({ type, data, metadata }: HashedEvent): string {
  return hash('sha256', canonicalize({ type, data, metadata })!, 'hex');
}

/**
 * Makes a check that takes the events of a store one by one, in total order or stream by stream, and tells
 * where a chain is broken. It remembers one hash for each stream and so can follow a whole store.
 */
export function createChainCheck(): (event: StoredEvent) => ChainBreak | undefined {
  const lasts = new Map<string, { readonly revision: number; readonly hash: string }>();
  return (event) => {
    const { stream, revision, position } = event;
    const last = lasts.get(stream);
    lasts.set(stream, { revision, hash: eventHash(event) });
    if (revision !== (last?.revision ?? -1) + 1) return { stream, revision, position, problem: 'gap' };
    if (event.metadata['previousHash'] === last?.hash) return undefined;
    return { stream, revision, position, problem: 'hash' };
  };
}

/** Every break in the chains of these events, which must reach back to revision 0 of each stream. */
export function verifyChain(events: Iterable<StoredEvent>): readonly ChainBreak[] {
  const check = createChainCheck();
  const breaks: ChainBreak[] = [];
  for (const event of events) {
    const found = check(event);
    if (found) breaks.push(found);
  }
  return breaks;
}
