import { logTo } from '../log';
import { startServer, type Server } from '../server';
import type { Appointee } from '../staff/appoint';
import { appointInDemo } from '../staff/appoint-in-demo';
import { readArguments } from './arguments';
import { CannotGoOn } from './cannot-go-on';

/** What the parent of a demo server says. */
type Message =
  | { readonly type: 'clock'; readonly now: string }
  | { readonly type: 'appoint'; readonly staff: Appointee }
  | { readonly type: 'stats' }
  | { readonly type: 'stop' };

/**
 * Serves a demo for the process that started it, which also holds its clock. Without a parent to hold the
 * clock there is no demo server: no route and no variable sets the time.
 */
export async function runDemoServer(argv: readonly string[]): Promise<number> {
  const { configuration } = readArguments(argv);
  if (!process.send)
    throw new CannotGoOn('A demo server is started by another command, which holds its clock.');
  let now = new Date();
  const clock = () => now;
  const server = await startServer({ configuration, demo: true, clock, log: logTo(process.stdout) });
  tell({ type: 'listening', url: server.url });
  return new Promise((resolve, reject) => {
    const stop = () => server.close().then(() => resolve(0), reject);
    const onMessage = async (message: Message) => {
      switch (message.type) {
        case 'clock':
          now = new Date(message.now);
          return tell({ type: 'clock-set', now: message.now });
        case 'appoint':
          return tell({ type: 'appointed', ...(await appointInDemo(server, clock, message.staff)) });
        case 'stats':
          return tell({ type: 'stats', stats: statsOf(server) });
        case 'stop':
          return stop();
      }
    };
    process.on('message', (message) => void onMessage(message as Message).catch(reject));
    process.once('disconnect', stop);
  });
}

function statsOf({ engine, projector, requestCount }: Server): object {
  const { commands, refusals, commits, batches, decideSeconds, commitSeconds } = engine.stats();
  const projectSeconds = projector.stats().secondsProjecting;
  const { requests, busySeconds } = requestCount;
  return {
    commands,
    refusals,
    commits,
    batches,
    requests,
    busySeconds,
    decideSeconds,
    commitSeconds,
    projectSeconds,
  };
}

function tell(message: object): void {
  process.send?.(message);
}
