import { checkDecision } from '../check-decision';
import { checkLimit, checkRead } from '../check-read';
import { RevisionConflict } from '../errors';
import type { Decision, EventStore, StoredEvent, StreamAppend, Subscription } from '../event-store';
import { isStreamName } from '../stream-name';

const PAGE_EVENTS = 500;

/** A part of a store that others use too: streams whose names begin alike, seen as if there were no others. */
export function inNamespace(store: EventStore, namespace: string): EventStore {
  const inside = (stream: string) => `${namespace}${stream}`;
  const nameOutside = (stream: string) => stream.slice(namespace.length);
  const outside = <Part extends { readonly stream: string }>(part: Part): Part => ({
    ...part,
    stream: nameOutside(part.stream),
  });
  const isOurs = ({ stream }: StoredEvent) => stream.startsWith(namespace);
  const append = (each: StreamAppend): StreamAppend => ({ ...each, stream: inside(each.stream) });

  async function readAll(afterPosition: string | undefined, limit: number): Promise<readonly StoredEvent[]> {
    const found: StoredEvent[] = [];
    for (let after = afterPosition; ;) {
      const page = await store.readAll({
        limit: PAGE_EVENTS,
        ...(after !== undefined && { afterPosition: after }),
      });
      found.push(...page.filter(isOurs).map(outside));
      if (page.length < PAGE_EVENTS || found.length >= limit) return found.slice(0, limit);
      after = page.at(-1)!.position;
    }
  }

  return {
    atomic: store.atomic,
    comparePositions: (a, b) => store.comparePositions(a, b),
    close: () => store.close(),
    async read(stream, options = {}) {
      checkRead(stream, options);
      const slice = await store.read(inside(stream), options);
      return { ...slice, events: slice.events.map(outside) };
    },
    async append(given) {
      checkDecision(given);
      const { takes, subject, gives, unchanged } = given;
      const decision: Decision = {
        takes: takes.map(append),
        subject: append(subject),
        gives: gives.map(append),
        unchanged: unchanged.map((each) => ({ ...each, stream: inside(each.stream) })),
      };
      try {
        const { streams } = await store.append(decision);
        return { streams: streams.map(outside) };
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        const [stream, ...landed] = [error.stream, ...error.landed].map(nameOutside);
        throw new RevisionConflict(stream!, error.expectedRevision, error.actualRevision, landed);
      }
    },
    async readAll({ afterPosition, limit }) {
      checkLimit(limit);
      return readAll(afterPosition, limit);
    },
    subscribe({ streamPrefixes, ...options }) {
      // What is wrong with the names of the namespace must not become right by its prefix.
      const isWrong = streamPrefixes?.some((prefix) => !isStreamName(prefix)) || streamPrefixes?.length === 0;
      const prefixes = isWrong ? streamPrefixes : (streamPrefixes ?? ['']).map(inside);
      return stripped(store.subscribe({ ...options, streamPrefixes: prefixes! }), outside);
    },
  };
}

function stripped(subscription: Subscription, outside: (event: StoredEvent) => StoredEvent): Subscription {
  return {
    stop: () => subscription.stop(),
    async *[Symbol.asyncIterator]() {
      for await (const message of subscription) {
        yield message.kind === 'event' ? { ...message, event: outside(message.event) } : message;
      }
    },
  };
}
