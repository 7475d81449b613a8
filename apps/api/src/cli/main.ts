import { BadUsage } from './bad-usage';
import { explainFailure } from './explain-failure';

type Run = (argv: readonly string[]) => Promise<number>;

interface CliCommand {
  /** How it is called, and what for. */
  readonly usage: readonly string[];
  /** Loaded only when it is called, so that a small command starts fast. */
  readonly load: () => Promise<Run>;
}

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  serve: {
    usage: ['serve [--data-dir <folder>] [--port <number>] [--host <address>]', 'Serves a data folder.'],
    load: async () => (await import('./serve.js')).serve,
  },
  demo: {
    usage: [
      'demo [--data-dir <folder>] [--port <number>] [--fresh] [--towns N] [--households N]',
      'Seeds the demo programme once, and serves it with its own clock.',
    ],
    load: async () => (await import('./demo/demo.js')).demo,
  },
  season: {
    usage: ['season --data-dir <folder> [--stories] [--json]', 'Plays the demo programme.'],
    load: async () => (await import('./season/season.js')).season,
  },
  events: {
    usage: ['events --data-dir <folder>', 'Prints every event as one line of JSON.'],
    load: async () => (await import('./events.js')).events,
  },
  rebuild: {
    usage: [
      'rebuild --data-dir <folder> [--check]',
      'Fills the read models from the events, or compares them.',
    ],
    load: async () => (await import('./rebuild.js')).rebuild,
  },
  'appoint-administrator': {
    usage: [
      'appoint-administrator --data-dir <folder> --name <name> --office <office> --unit <code>',
      'Makes one of the first two administrators.',
    ],
    load: async () => (await import('./appoint-administrator.js')).appoint,
  },
  'demo-server': {
    usage: [],
    load: async () => (await import('./demo-server.js')).runDemoServer,
  },
};

async function main([name = '', ...argv]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return complain(name === '' ? 'no command' : `there is no command ${name}`);
  try {
    return await (
      await command.load()
    )(argv);
  } catch (error) {
    if (error instanceof BadUsage) return complain(error.message);
    process.stderr.write(`yihu ${name}: ${explainFailure(error)}\n`);
    return 1;
  }
}

function complain(message: string): number {
  const usages = Object.values(COMMANDS).filter(({ usage }) => usage.length > 0);
  const lines = usages.map(({ usage: [call, purpose] }) => `  yihu ${call}\n      ${purpose}\n`);
  process.stderr.write(`yihu: ${message}\n\n${lines.join('')}`);
  return 2;
}

void main(process.argv.slice(2)).then((exitCode) => process.exit(exitCode));
