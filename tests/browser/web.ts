import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

// The build is an ES module, which a Jest worker does not load.
const BUILD_IF_STALE = `
  import { join } from 'node:path';
  import { buildWeb, webFolder, webSources } from './infra/build-web.mjs';
  import { isStale } from './infra/newest.mjs';
  if (isStale(join(webFolder, 'index.html'), webSources)) await buildWeb();
  process.stdout.write(webFolder);
`;

/** The folder of the built web, built anew when a source has changed since. */
export function builtWeb(): string {
  const script = ['--input-type=module', '--eval', BUILD_IF_STALE];
  return execFileSync(process.execPath, script, { cwd: ROOT, encoding: 'utf8', timeout: 120_000 });
}
