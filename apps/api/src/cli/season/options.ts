import { parseArgs } from 'node:util';
import { readConfiguration, type EventStorePlace } from '../../configuration';
import type { DemoLimits } from './demo-files';

const TOWN_CODE = /^\d{9}$/;

export const USAGE = `yihu season --data-dir <folder> [--towns N|codes] [--households N] [--stories] [--json]
Plays the demo programme from an empty folder to its end over HTTP, and recounts it from its events.
--towns takes the first N towns, or some by their codes with commas between. --stories tells by which facts each
story is told. A folder that holds a finished season is only checked.`;

export interface Options extends DemoLimits {
  readonly dataDir: string;
  /** Where the events of the season go: into its folder, unless EVENT_STORE_URL names a server. */
  readonly eventStore: EventStorePlace;
  readonly stories: boolean;
  readonly json: boolean;
}

/** The options, or what is wrong with them. */
export function optionsOf(argv: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'data-dir': { type: 'string' },
        towns: { type: 'string', default: '11' },
        households: { type: 'string', default: '1015' },
        stories: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { json, stories } = values;
    const codes = values.towns.split(',');
    const towns = codes.every((code) => TOWN_CODE.test(code)) ? codes : Number(values.towns);
    const households = Number(values.households);
    if (typeof towns === 'number' && !(Number.isInteger(towns) && towns > 0))
      return `--towns ${values.towns} is not a number of towns`;
    if (!Number.isInteger(households) || households < 1)
      return `--households ${values.households} is not a number of households`;
    if (!values['data-dir']) return '--data-dir is missing: the season needs a folder of its own';
    const { dataDir, eventStore } = readConfiguration({
      DATA_DIR: values['data-dir'],
      EVENT_STORE_URL: process.env['EVENT_STORE_URL'],
    });
    return { dataDir, eventStore, towns, households, stories, json };
  } catch (error) {
    return (error as Error).message;
  }
}
