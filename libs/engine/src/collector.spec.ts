import { setImmediate as turnEnd, setTimeout as wait } from 'node:timers/promises';
import { createCollector } from './collector';

function collecting(limits = { itemsMax: 4, waitMs: 20 }) {
  const batches: (readonly string[])[] = [];
  const collector = createCollector<string>(limits, (batch) => batches.push(batch));
  const add = (...items: readonly string[]) => {
    for (const item of items) {
      collector.expect();
      collector.add(item);
    }
  };
  return { batches, collector, add };
}

describe('the collector', () => {
  it('lets a lone item go at the end of the turn', async () => {
    const { batches, add } = collecting();
    add('a');
    expect(batches).toEqual([]);
    await turnEnd();
    expect(batches).toEqual([['a']]);
  });

  it('puts what comes in one turn into one batch', async () => {
    const { batches, add } = collecting();
    add('a');
    await Promise.resolve();
    add('b', 'c');
    await turnEnd();
    expect(batches).toEqual([['a', 'b', 'c']]);
  });

  it('waits for what was announced', async () => {
    const { batches, collector, add } = collecting();
    collector.expect();
    add('a');
    await turnEnd();
    await turnEnd();
    expect(batches).toEqual([]);
    collector.add('b');
    await turnEnd();
    expect(batches).toEqual([['a', 'b']]);
  });

  it('waits only so long, and takes the late one when it comes', async () => {
    const { batches, collector, add } = collecting();
    collector.expect();
    add('a');
    await wait(40);
    expect(batches).toEqual([['a']]);
    collector.add('b');
    await turnEnd();
    expect(batches).toEqual([['a'], ['b']]);
  });

  it('lets a full batch go at once, whatever was announced', async () => {
    const { batches, collector, add } = collecting();
    collector.expect();
    add('a', 'b', 'c', 'd', 'e');
    expect(batches).toEqual([['a', 'b', 'c', 'd']]);
    collector.add('f');
    await turnEnd();
    expect(batches).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('collects again after a batch, also from within it', async () => {
    const batches: (readonly string[])[] = [];
    const collector = createCollector<string>({ itemsMax: 4, waitMs: 20 }, (batch) => {
      batches.push(batch);
      if (batches.length > 1) return;
      collector.expect();
      collector.add('again');
    });
    collector.expect();
    collector.add('a');
    await turnEnd();
    await turnEnd();
    expect(batches).toEqual([['a'], ['again']]);
  });
});
