import type { EventStore, SubscriptionMessage } from '@yihu/event-store';

/** A store whose subscriptions deliver what `alter` makes of the true messages. */
export function alteredStore(
  store: EventStore,
  alter: (messages: AsyncIterable<SubscriptionMessage>) => AsyncIterable<SubscriptionMessage>,
): EventStore {
  return {
    ...store,
    subscribe(options) {
      const subscription = store.subscribe(options);
      const altered = alter(subscription);
      return {
        [Symbol.asyncIterator]: () => altered[Symbol.asyncIterator](),
        stop: () => subscription.stop(),
      };
    },
  };
}

/** Delivers a fixed list, then says that it has caught up, and then nothing until it is stopped. */
export function deliveringStore(store: EventStore, messages: readonly SubscriptionMessage[]): EventStore {
  return {
    ...store,
    subscribe() {
      let stop = () => {};
      const stopped = new Promise<void>((resolve) => (stop = resolve));
      async function* deliver(): AsyncGenerator<SubscriptionMessage> {
        yield* messages;
        yield { kind: 'caught-up' };
        await stopped;
      }
      return { [Symbol.asyncIterator]: deliver, stop };
    },
  };
}
