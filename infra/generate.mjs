import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// The generators are TypeScript; each is bundled first, so that Node needs no loader to run it.
const root = fileURLToPath(new URL('..', import.meta.url));

const GENERATORS = [
  { entry: 'apps/api/demo/generate/main.ts', args: ['apps/api/demo/yubei-2024'] },
  { entry: 'tests/generated/write.ts', args: [] },
];

for (const { entry, args } of GENERATORS) {
  const outfile = `${root}dist/generate/${entry.replaceAll('/', '-')}.cjs`;
  await build({
    entryPoints: [root + entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
