import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the tests need beside npm's packages: a file that tells it is there, and the Debian package it is in. */
const NEEDED = [
  { file: '/usr/bin/chromium', name: 'chromium' },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', name: 'fonts-noto-cjk' },
];

const missing = NEEDED.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

if (missing.length > 0 && canInstall) {
  process.stderr.write(`installing ${missing.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const options = ['-y', '-qq', '--no-install-recommends'];
  const { status } = spawnSync('apt-get', ['install', ...options, ...missing], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.exitCode = status ?? 1;
} else if (missing.length > 0) {
  process.stderr.write(`the browser tests need: apt-get install ${missing.join(' ')}\n`);
}
