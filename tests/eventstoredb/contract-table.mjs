import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs the contract of the event store on every store and prints what each makes of each case.

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'yihu-contract-'));
const outputFile = join(folder, 'results.json');
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    'libs/event-store/src/embedded/embedded-store.spec.ts',
    'libs/event-store/src/eventstoredb/eventstoredb-store.spec.ts',
    '--json',
    `--outputFile=${outputFile}`,
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8'));
rmSync(folder, { recursive: true, force: true });

const KEEPS = / keeps the contract of the event store$/;
const WORDS = { passed: 'passed', failed: 'FAILED', pending: 'skipped' };

/** Each case by its part and title, with what each store made of it. */
const cases = new Map();
const stores = [];
for (const { ancestorTitles, title, status } of testResults.flatMap((file) => file.assertionResults)) {
  const [suite, ...parts] = ancestorTitles;
  if (!KEEPS.test(suite ?? '')) continue;
  const store = suite.replace(KEEPS, '');
  if (!stores.includes(store)) stores.push(store);
  const name = [...parts, title].join(' › ');
  cases.set(name, { ...cases.get(name), [store]: WORDS[status] ?? status });
}

// A case is registered where a store can be put through it; the rest are those of stores with transactions, or of
// faults that a store cannot be made to have.
const wide = Math.max(...stores.map((store) => store.length), 'not there'.length);
const server = process.env['YIHU_TEST_ESDB']
  ? 'the server of YIHU_TEST_ESDB'
  : "this repository's test server";
process.stdout.write(
  `EventStoreDB stands for ${server}; – marks a case that is not a store's. The codes name rules.\n\n`,
);
process.stdout.write(`${stores.map((store) => store.padEnd(wide)).join('  ')}  case\n`);
for (const [name, by] of cases) {
  process.stdout.write(`${stores.map((store) => (by[store] ?? '–').padEnd(wide)).join('  ')}  ${name}\n`);
}
for (const store of stores) {
  const own = [...cases.values()].map((by) => by[store]).filter(Boolean);
  const failed = own.filter((word) => word !== 'passed').length;
  process.stdout.write(`${store}: ${own.length} cases, ${own.length - failed} passed, ${failed} failed\n`);
}
process.exitCode = run.status ?? 1;
