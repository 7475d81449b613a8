import { setImmediate as nextTurn } from 'node:timers/promises';

/** Messages of a source, handed on in as large portions as are at hand. */
export interface MessageQueue<Message> {
  /**
   * At least one message and at most `count`, as soon as there is one; undefined once the source has ended.
   * Throws what the source threw, after the messages before it.
   */
  take(count: number): Promise<readonly Message[] | undefined>;
}

/** Reads ahead of its taker, up to `capacity` messages. */
export function queueMessages<Message>(
  source: AsyncIterable<Message>,
  capacity: number,
): MessageQueue<Message> {
  const waiting: Message[] = [];
  let end: { readonly error?: unknown } | undefined;
  let wakeTaker = () => {};
  let wakeReader = () => {};

  void readAhead();

  async function readAhead(): Promise<void> {
    try {
      for await (const message of source) {
        waiting.push(message);
        wakeTaker();
        if (waiting.length >= capacity) await new Promise<void>((resolve) => (wakeReader = resolve));
      }
      end = {};
    } catch (error) {
      end = { error };
    }
    wakeTaker();
  }

  return {
    async take(count) {
      if (waiting.length === 0 && end === undefined) {
        await new Promise<void>((resolve) => (wakeTaker = resolve));
      }
      // What the source has at hand comes in microtasks; one turn lets a page gather instead of one event.
      await nextTurn();
      if (waiting.length === 0 && end !== undefined) {
        if ('error' in end) throw end.error;
        return undefined;
      }
      const taken = waiting.splice(0, count);
      wakeReader();
      return taken;
    },
  };
}
