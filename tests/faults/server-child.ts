import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The whole server in a process of its own. */
export interface ServerChild {
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface ServerChildOptions {
  readonly folder: string;
  /** What its clock stands at. */
  readonly now: string;
  /** Where the events are, when not in the folder. */
  readonly eventStoreUrl?: string;
}

/** Starts the built server. Build it first, as any `yihu` command does. */
export async function startServerChild({
  folder,
  now,
  eventStoreUrl,
}: ServerChildOptions): Promise<ServerChild> {
  const child = fork('dist/apps/api/yihu.js', ['demo-server', '--data-dir', folder, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...(eventStoreUrl !== undefined && { EVENT_STORE_URL: eventStoreUrl }) },
  });
  const exited = once(child, 'exit');
  const { url } = await said(child, 'listening');
  const set = said(child, 'clock-set');
  child.send({ type: 'clock', now });
  await set;
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.send({ type: 'stop' });
      await exited;
    },
  };
}

function said(child: ChildProcess, type: string): Promise<{ readonly url: string }> {
  return new Promise((resolve, reject) => {
    child.on(
      'message',
      (message: { type: string; url: string }) => message.type === type && resolve(message),
    );
    child.once('exit', () => reject(new Error('the server did not come up')));
  });
}
