import { readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The built web, as the API serves it: the desk's page, the phone's page and their files. */
export const webFolder = join(root, 'dist/apps/web');

/** What the newest change of makes a built web an old one. */
export const webSources = [
  'apps/web',
  'libs/api-contract/src',
  'libs/domain/src',
  'libs/workflow/src',
  'infra/build-web.mjs',
  'tsconfig.base.json',
  'package-lock.json',
];

const PACKED = /\.(js|css|html|svg|json)$/;
const PACKED_FROM_BYTES = 1024;

/** Builds the web beside the one that is there, packs it, and only then puts it in its place. */
export async function buildWeb() {
  const startedAt = new Date();
  const draft = `${webFolder}.${process.pid}.new`;
  try {
    // Under a test runner's own setting React would be built for developers, which is twice as heavy.
    process.env.NODE_ENV = 'production';
    const { build } = await import('vite');
    await build({
      configFile: join(root, 'apps/web/vite.config.mts'),
      logLevel: 'warn',
      build: { outDir: draft, emptyOutDir: true },
    });
    await packAll(draft);
    // A source that changed meanwhile is newer than what was built from it.
    utimesSync(join(draft, 'index.html'), startedAt, startedAt);
    replaceFolder(webFolder, draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Packs once what is sent many times: the server only picks the file that the browser can unpack. */
async function packAll(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => PACKED.test(name));
  await Promise.all(files.map((name) => pack(join(folder, name))));
}

async function pack(file) {
  if (statSync(file).size < PACKED_FROM_BYTES) return;
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

/** Another build may do the same at the same moment; then the later one stays. */
function replaceFolder(folder, draft) {
  const old = `${draft}.old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(folder, old);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    try {
      renameSync(draft, folder);
      rmSync(old, { recursive: true, force: true });
      return;
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' || attempt === 3) throw error;
      rmSync(old, { recursive: true, force: true });
    }
  }
}
