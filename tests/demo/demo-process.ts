import { spawn } from 'node:child_process';
import type { DemoView } from '@yihu/api-contract';

/** `yihu demo` in a process of its own, as a visitor starts it. */
export interface DemoProcess {
  /** Everything it has said so far. */
  readonly said: () => string;
  /** The address, once it serves. Throws what it said when it ends before. */
  readonly serving: Promise<string>;
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
  /** Settles when it has said a text. */
  says(text: string): Promise<void>;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const ADDRESS = /电脑：(http:\/\/[\d.:]+)\//;

const running = new Set<DemoProcess>();

export function startDemo(dataDir: string, ...options: readonly string[]): DemoProcess {
  const argv = ['infra/run.mjs', 'demo', '--data-dir', dataDir, '--port', '0', ...options];
  // A process group of its own: what is killed is the server and not only what started it.
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  const waiting: { readonly heard: () => boolean; readonly resolve: () => void }[] = [];
  const hear = (chunk: Buffer) => {
    said += chunk.toString('utf8');
    for (const { heard, resolve } of waiting) if (heard()) resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const until = (heard: () => boolean): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => (heard() ? resolve() : waiting.push({ heard, resolve }))),
      ended.then(() => {
        if (!heard()) throw new Error(`the demo ended: ${said}`);
      }),
    ]);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, signal);
    await ended;
    running.delete(demo);
  };
  const serving = until(() => ADDRESS.test(said)).then(() => ADDRESS.exec(said)![1]!);
  // Whoever only waits for the end is not to be told twice.
  serving.catch(() => undefined);
  const demo: DemoProcess = {
    said: () => said,
    serving,
    ended,
    says: (text) => until(() => said.includes(text)),
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  };
  running.add(demo);
  return demo;
}

/** Leaves nothing running, whatever became of a test. */
export async function killDemos(): Promise<void> {
  for (const demo of [...running]) await demo.kill();
}

export async function ask<Body>(url: string, path: string, token?: string): Promise<Body> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}${path}`, { headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

export const demoOf = (url: string) => ask<DemoView>(url, '/api/demo');

/** The token of an account of the demo. */
export async function tokenOf(url: string, key: string): Promise<string> {
  const { accounts } = await demoOf(url);
  const { staffId } = accounts.find((account) => account.key === key)!;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ staffId });
  const response = await fetch(`${url}/api/demo/sign-in`, { method: 'POST', headers, body });
  return ((await response.json()) as { token: string }).token;
}
