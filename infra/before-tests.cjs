const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

/** The browser's tests run side by side on one build: it is made before the first of them begins. */
module.exports = () => {
  const script = join(__dirname, 'build-web-if-stale.mjs');
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000 });
};
