import { buildSync } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const workspace = join(__dirname, '../../../..');

/** How a child differs from a plain one. */
interface ChildOptions {
  /** The largest file it can write, in blocks of 512 bytes: what is beyond fails as on a broken disk. */
  readonly fileBlocksMax?: number;
}

/**
 * Starts a TypeScript file as a process of its own, with a channel for messages. The bundle lies in the
 * workspace (git ignores `dist`) because Node looks for `node_modules` upwards from the file that it runs.
 */
export function startChild(
  entry: string,
  parameters: readonly string[] = [],
  options: ChildOptions = {},
): ChildProcess {
  const outfile = join(workspace, 'dist/test-children', `${basename(entry, '.ts')}-${randomUUID()}.cjs`);
  const tsconfig = join(workspace, 'tsconfig.base.json');
  buildSync({
    entryPoints: [entry],
    outfile,
    tsconfig,
    bundle: true,
    platform: 'node',
    packages: 'external',
  });
  const limit = `ulimit -f ${options.fileBlocksMax ?? 'unlimited'} && exec "$0" "$@"`;
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  const child = spawn('sh', ['-c', limit, process.execPath, outfile, ...parameters], { stdio: [...stdio] });
  child.once('exit', () => rmSync(outfile, { force: true }));
  return child;
}

/** The child's next message. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as [unknown];
  return message;
}

/** Kills the child as a power cut would, and waits until the kernel has taken it away. */
export async function killChild(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
