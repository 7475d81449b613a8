import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  readConfiguration,
  VARIABLES,
  type Configuration,
  type Environment,
  type Variable,
} from '../configuration';
import { BadUsage } from './bad-usage';

type Options = NonNullable<ParseArgsConfig['options']>;

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What a command was called with. */
export interface Arguments {
  readonly configuration: Configuration;
  /** The command's own options. */
  readonly values: Values;
}

/**
 * Reads a command's arguments. Every variable of the configuration is also a flag, for this run alone. Throws
 * `BadUsage` for what is neither that nor an option of the command.
 */
export function readArguments(argv: readonly string[], own: Options = {}): Arguments {
  const flags = Object.fromEntries(
    VARIABLES.map((variable) => [flagOf(variable), { type: 'string' as const }]),
  );
  const values = parsed(argv, { ...flags, ...own });
  const given = VARIABLES.map((variable) => [variable, values[flagOf(variable)]] as const);
  const set = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Environment;
  return { configuration: readConfiguration({ ...environment(), ...set }), values };
}

/** The value of an option that a command cannot do without. Throws `BadUsage`. */
export function required(values: Values, option: string): string {
  const value = values[option];
  if (typeof value !== 'string' || value === '') throw new BadUsage(`--${option} is missing`);
  return value;
}

function parsed(argv: readonly string[], options: Options): Values {
  try {
    return parseArgs({ args: [...argv], options, strict: true }).values as Values;
  } catch (error) {
    throw new BadUsage((error as Error).message);
  }
}

function environment(): Environment {
  return Object.fromEntries(VARIABLES.map((variable) => [variable, process.env[variable]]));
}

/** `DATA_DIR` is `--data-dir`. */
function flagOf(variable: Variable): string {
  return variable.toLowerCase().replaceAll('_', '-');
}
