import { fork, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';

/** What the server says of its own work, in seconds. */
export interface ServerStats {
  readonly commands: number;
  readonly requests: number;
  /** Seconds during which at least one request was under way. */
  readonly busySeconds: number;
  readonly decideSeconds: number;
  readonly commitSeconds: number;
  readonly projectSeconds: number;
}

/** A demo server in a process of its own. Its clock stands still until it is set. */
export interface ServerChild {
  readonly url: string;
  setClock(now: string): Promise<void>;
  appoint(staff: object): Promise<Appointed>;
  stats(): Promise<ServerStats>;
  /** The server finishes what it has, closes its files and exits. */
  stop(): Promise<void>;
}

interface Appointed extends Message {
  readonly staffId: string;
  readonly revision: number;
}

interface Message {
  readonly type: string;
}

/** Starts the demo server over a data folder; its log goes to `server.log` in it. Throws when it does not come up, and names that log. */
export async function startServerChild(dataDir: string): Promise<ServerChild> {
  const log = join(dataDir, 'server.log');
  const output = openSync(log, 'a');
  const child = fork(process.argv[1]!, ['demo-server', '--data-dir', dataDir, '--port', '0'], {
    stdio: ['ignore', output, output, 'ipc'],
  });
  const listening = await expectMessage<Message & { url: string }>(child, 'listening', log);
  const ask = async <Reply extends Message>(message: object, reply: string): Promise<Reply> => {
    child.send(message);
    return expectMessage<Reply>(child, reply, log);
  };
  return {
    url: listening.url,
    async setClock(now) {
      await ask({ type: 'clock', now }, 'clock-set');
    },
    appoint: (staff) => ask<Appointed>({ type: 'appoint', staff }, 'appointed'),
    stats: async () => (await ask<Message & { stats: ServerStats }>({ type: 'stats' }, 'stats')).stats,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.send({ type: 'stop' });
      }),
  };
}

function expectMessage<Reply extends Message>(
  child: ChildProcess,
  type: string,
  log: string,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      act();
    };
    const onMessage = (message: unknown) => {
      if ((message as Message).type === type) settle(() => resolve(message as Reply));
    };
    const onExit = (code: number | null) =>
      settle(() => reject(new Error(`the server ended with ${code} before it said ${type}; see ${log}`)));
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}
