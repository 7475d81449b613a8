import { spawnSync } from 'node:child_process';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `yihu` command as a user does, and waits for its end. */
export function yihu(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/run.mjs', ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
