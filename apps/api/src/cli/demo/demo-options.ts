import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration, type Configuration } from '../../configuration';
import { BadUsage } from '../bad-usage';

export interface DemoOptions {
  readonly configuration: Configuration;
  /** Start over. */
  readonly isFresh: boolean;
  /** How much of the demo is played; all of it when missing. */
  readonly households: number | undefined;
  readonly towns: number | undefined;
}

const FOLDER = './data/demo';

/**
 * The options of `yihu demo`. Where an installation keeps its events, keys and tables does not count here: a demo
 * keeps all it has in its own folder. Throws `BadUsage` and `BadConfiguration`.
 */
export function demoOptions(argv: readonly string[]): DemoOptions {
  const values = parsed(argv);
  const { DATA_DIR, PORT, HOST } = process.env;
  return {
    configuration: readConfiguration({
      DATA_DIR: values['data-dir'] ?? DATA_DIR ?? FOLDER,
      PORT: values.port ?? PORT,
      HOST: values.host ?? HOST,
    }),
    isFresh: values.fresh ?? false,
    households: count('households', values.households),
    towns: count('towns', values.towns),
  };
}

/** The demo's files stand beside the sources, so that an edited file is played at once. */
export function demoFilesFolder(): string {
  return resolve(dirname(process.argv[1]!), '../../../apps/api/demo/yubei-2024');
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        fresh: { type: 'boolean' },
        households: { type: 'string' },
        towns: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new BadUsage((error as Error).message);
  }
}

function count(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new BadUsage(`--${option} ${text} is not a number of ${option}`);
}
