import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** When the newest of a file or a folder's files was written. */
function newestMs(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inner = readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return Math.max(status.mtimeMs, ...inner.map(({ name }) => newestMs(join(path, name))));
}

/** Whether a built file is missing or older than one of the sources it is built from. */
export function isStale(built, sources) {
  if (!existsSync(built)) return true;
  const sourcesMs = Math.max(...sources.map((source) => newestMs(join(root, source))));
  return statSync(built).mtimeMs < sourcesMs;
}
