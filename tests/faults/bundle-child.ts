import { buildSync } from 'esbuild';
import { join } from 'node:path';

/** Bundles a child process of a test, since Node runs no TypeScript. It lies where packages are found. */
export function bundleChild(name: string): string {
  const outfile = join('dist', 'fault-children', `${name}.cjs`);
  buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
    logLevel: 'error',
  });
  return outfile;
}
