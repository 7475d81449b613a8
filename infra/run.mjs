import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApi, bundle } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['apps/api/src', 'libs', 'infra/build.mjs', 'tsconfig.base.json', 'package-lock.json'];

/** When the newest of the sources was written. */
function newestMs(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inner = readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return Math.max(status.mtimeMs, ...inner.map(({ name }) => newestMs(join(path, name))));
}

const sourcesMs = Math.max(...SOURCES.map((source) => newestMs(join(root, source))));
if (!existsSync(bundle) || statSync(bundle).mtimeMs < sourcesMs) await buildApi();

const child = spawn(process.execPath, ['--enable-source-maps', bundle, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Whoever stops this process means the one that does the work; it ends in its own time.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
