import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { buildWeb } from './build-web.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The `yihu` command: everything of ours in one file, packages from node_modules. */
export const bundle = join(root, 'dist/apps/api/yihu.js');

/** What is run as it is, in threads of its own, and looked for beside the bundle. */
const workers = ['libs/documents/src/roster/xlsx-worker.mjs'];

// esbuild leaves out the types that decorators tell Nest and class-validator at run time; swc writes them.
const decoratorMetadata = {
  name: 'decorator-metadata',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Builds the bundle. It appears whole or not at all, so that a command being started meanwhile is safe. */
export async function buildApi() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['apps/api/src/cli/main.ts'],
    outfile: bundle,
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    tsconfig: 'tsconfig.base.json',
    plugins: [decoratorMetadata],
    logLevel: 'warning',
  });
  mkdirSync(dirname(bundle), { recursive: true });
  const beside = workers.map((worker) => ({
    path: join(dirname(bundle), basename(worker)),
    contents: readFileSync(join(root, worker)),
  }));
  for (const { path, contents } of [...beside, ...outputFiles]) {
    const draft = `${path}.${process.pid}.new`;
    writeFileSync(draft, contents);
    renameSync(draft, path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildApi();
  await buildWeb();
}
