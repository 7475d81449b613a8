import { setTimeout as pause } from 'node:timers/promises';
import { queueMessages } from './message-queue';

/** Counts what was asked of it. */
function countingSource(length: number, afterEach: () => Promise<void> = async () => {}) {
  const state = { given: 0 };
  async function* messages() {
    while (state.given < length) {
      yield (state.given += 1);
      await afterEach();
    }
  }
  return { state, messages: messages() };
}

describe('the queue of messages', () => {
  it('hands on what is at hand, in order and up to the count', async () => {
    const queue = queueMessages(countingSource(25).messages, 100);
    expect(await queue.take(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await queue.take(100)).toHaveLength(15);
    expect(await queue.take(10)).toBeUndefined();
    expect(await queue.take(10)).toBeUndefined();
  });

  it('hands on a single message without waiting for more', async () => {
    const queue = queueMessages(countingSource(3, () => pause(30)).messages, 100);
    expect(await queue.take(10)).toEqual([1]);
    expect(await queue.take(10)).toEqual([2]);
  });

  it('reads no further ahead than its capacity', async () => {
    const { state, messages } = countingSource(1000);
    const queue = queueMessages(messages, 20);
    await pause(10);
    expect(state.given).toBe(20);
    const taken: number[] = [];
    for (let portion = await queue.take(7); portion; portion = await queue.take(7)) {
      taken.push(...portion);
      expect(state.given - taken.length).toBeLessThanOrEqual(20);
    }
    expect(taken).toEqual(Array.from({ length: 1000 }, (_unused, index) => index + 1));
  });

  it('throws what the source threw, after the messages before it', async () => {
    async function* broken() {
      yield 1;
      throw new Error('gone');
    }
    const queue = queueMessages(broken(), 100);
    expect(await queue.take(10)).toEqual([1]);
    await expect(queue.take(10)).rejects.toThrow('gone');
  });
});
