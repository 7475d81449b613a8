import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildApi, bundle } from './build.mjs';
import { buildWeb, webFolder, webSources } from './build-web.mjs';
import { isStale } from './newest.mjs';

const API_SOURCES = ['apps/api/src', 'libs', 'infra/build.mjs', 'tsconfig.base.json', 'package-lock.json'];

/** The commands that people look at through a browser. */
const SERVING = ['demo', 'serve'];

const argv = process.argv.slice(2);

if (isStale(bundle, API_SOURCES)) await buildApi();
if (SERVING.includes(argv[0]) && isStale(join(webFolder, 'index.html'), webSources)) {
  process.stderr.write('Building the web …\n');
  await buildWeb();
}

const child = spawn(process.execPath, ['--enable-source-maps', bundle, ...argv], { stdio: 'inherit' });
// Whoever stops this process means the one that does the work; it ends in its own time.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
