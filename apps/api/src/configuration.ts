import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How one server is set up. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly eventStore: EventStorePlace;
  readonly readModelFile: string;
  readonly vaultFile: string;
  readonly masterKeyFile: string;
}

/** Where the events are: in a folder of this machine, or on an EventStoreDB. */
export type EventStorePlace =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'server'; readonly url: string };

/** A variable has a value that cannot be used. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';

  constructor(
    readonly variable: string,
    problem: string,
  ) {
    super(`${variable} ${problem}`);
  }
}

/** The variables of the environment that are read, each also a flag of the command line for one run. */
export const VARIABLES = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'EVENT_STORE_URL',
  'READ_MODEL_URL',
  'VAULT_URL',
  'MASTER_KEY_FILE',
] as const;

export type Variable = (typeof VARIABLES)[number];

export type Environment = Readonly<Partial<Record<Variable, string | undefined>>>;

/** Reads the configuration and checks all of it. Throws `BadConfiguration`, which names the variable. */
export function readConfiguration(environment: Environment): Configuration {
  const dataDir = resolve(environment.DATA_DIR ?? './data');
  return {
    port: portOf(environment.PORT ?? '3000'),
    host: hostOf(environment.HOST ?? '127.0.0.1'),
    dataDir,
    eventStore: eventStoreOf(environment.EVENT_STORE_URL, dataDir),
    readModelFile: fileOf('READ_MODEL_URL', environment.READ_MODEL_URL, join(dataDir, 'read-models.db')),
    vaultFile: fileOf('VAULT_URL', environment.VAULT_URL, join(dataDir, 'vault.db')),
    masterKeyFile: resolve(environment.MASTER_KEY_FILE ?? join(dataDir, 'master.key')),
  };
}

/** One host, or several with commas between, each with its port or without. */
const hostsPattern = /^[^/]+:\/\/([^@/?\s]*@)?[\w.-]+(:\d+)?(,[\w.-]+(:\d+)?)*\/?(\?\S*)?$/;

function eventStoreOf(url: string | undefined, dataDir: string): EventStorePlace {
  const isServer = url !== undefined && /^esdb(\+discover)?:\/\//.test(url);
  if (!isServer) return { kind: 'folder', folder: fileOf('EVENT_STORE_URL', url, dataDir) };
  // The text is not told: it may hold a password.
  if (!hostsPattern.test(url))
    throw new BadConfiguration('EVENT_STORE_URL', 'is not a URL that can be read.');
  return { kind: 'server', url };
}

const PORT_MAX = 65_535;

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= PORT_MAX) return port;
  throw new BadConfiguration('PORT', `must be a whole number from 0 to ${PORT_MAX}, and is "${text}".`);
}

function hostOf(text: string): string {
  if (/^[0-9A-Za-z.:_-]+$/.test(text)) return text;
  throw new BadConfiguration('HOST', `must be a host name or an address, and is "${text}".`);
}

function fileOf(variable: Variable, url: string | undefined, otherwise: string): string {
  if (url === undefined) return otherwise;
  if (!url.startsWith('file:') || url === 'file:') {
    // The scheme alone is told: what stands behind it may hold a password.
    const scheme = url.slice(0, url.indexOf(':') + 1) || 'nothing';
    const schemes = variable === 'EVENT_STORE_URL' ? 'file: or esdb://' : 'file:';
    throw new BadConfiguration(
      variable,
      `must begin with ${schemes} and name its place, and begins with ${scheme}.`,
    );
  }
  return resolve(url.startsWith('file://') ? pathOf(variable, url) : url.slice('file:'.length));
}

function pathOf(variable: Variable, url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new BadConfiguration(variable, 'is not a URL of a file on this machine.');
  }
}
