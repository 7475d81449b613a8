import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

// Plays `yihu season` with its events on a server that speaks the protocol of EventStoreDB. The server is a test
// part: it keeps its events in a file of the season's folder.

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { 'data-dir': { type: 'string' } },
  strict: false,
});

const scratch = mkdtempSync(join(root, 'dist', 'eventstoredb-'));
const given = values['data-dir'];
const folder = typeof given === 'string' ? given : mkdtempSync(join(tmpdir(), 'yihu-season-'));
mkdirSync(folder, { recursive: true });

const entry = join(scratch, 'serve.cjs');
await build({
  entryPoints: [join(root, 'tests/eventstoredb/serve.child.ts')],
  outfile: entry,
  bundle: true,
  platform: 'node',
  packages: 'external',
  tsconfig: join(root, 'tsconfig.base.json'),
  logLevel: 'warning',
});
const server = fork(entry, [join(folder, 'eventstoredb.log')]);
const [url] = await once(server, 'message');
const season = spawn(
  process.execPath,
  [join(root, 'infra/run.mjs'), 'season', '--data-dir', folder, ...withoutDataDir(process.argv.slice(2))],
  { stdio: 'inherit', env: { ...process.env, EVENT_STORE_URL: url } },
);
const [code] = await once(season, 'exit');
server.send('stop');
await once(server, 'exit');
rmSync(scratch, { recursive: true, force: true });
process.exitCode = code ?? 1;

/** The arguments of the season, without its folder. */
function withoutDataDir(argv) {
  return argv.filter(
    (each, index) =>
      each !== '--data-dir' && argv[index - 1] !== '--data-dir' && !each.startsWith('--data-dir='),
  );
}
