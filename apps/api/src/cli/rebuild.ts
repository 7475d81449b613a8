import { checkReadModels, rebuild as rebuildReadModels } from '@yihu/read-models';
import type { Configuration } from '../configuration';
import { mayHoldEvents, nameOf, withStore } from '../open-store';
import { readArguments } from './arguments';
import { CannotGoOn } from './cannot-go-on';

/** Fills the read models anew from the events, or compares them with what that would give. */
export async function rebuild(argv: readonly string[]): Promise<number> {
  const { configuration, values } = readArguments(argv, { check: { type: 'boolean' } });
  const { eventStore } = configuration;
  if (!mayHoldEvents(eventStore)) throw new CannotGoOn(`${nameOf(eventStore)} holds no events.`);
  return values['check'] === true ? check(configuration) : fill(configuration);
}

function fill({ eventStore, readModelFile: file }: Configuration): Promise<number> {
  return withStore(eventStore, async (store) => {
    const { eventCount, seconds } = await rebuildReadModels({ store, file });
    process.stdout.write(`Read models filled from ${eventCount} events in ${seconds.toFixed(1)} s.\n`);
    return 0;
  });
}

function check({ eventStore, readModelFile: file }: Configuration): Promise<number> {
  return withStore(eventStore, async (store) => {
    const differences = await checkReadModels({ store, file });
    for (const { table, key } of differences) {
      process.stdout.write(`${table} ${key.join(' ')} is not what the events say.\n`);
    }
    if (differences.length === 0) process.stdout.write('The read models are what the events say.\n');
    return differences.length === 0 ? 0 : 1;
  });
}
