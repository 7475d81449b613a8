import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeasonReport } from '../../apps/api/src/cli/season/report';
import { yihu } from '../season/run-season';

/** 玉峰山镇, 16 households. */
const TOWNS = '500112129';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-two-stores-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a season on EventStoreDB ends with the stages and the town totals of the embedded store, and recounts', () => {
  const onServer = spawnSync(
    process.execPath,
    ['tests/eventstoredb/season.mjs', '--json', '--towns', TOWNS, '--data-dir', join(folder, 'server')],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  // Exit code 0: the recount found nothing against it (A1-A11), and the read models say what the events say.
  expect([onServer.status, onServer.stderr]).toEqual([0, '']);
  const embedded = yihu('season', '--json', '--towns', TOWNS, '--data-dir', join(folder, 'embedded'));
  const [one, other] = [onServer, embedded].map(({ stdout }) => JSON.parse(stdout) as SeasonReport);
  expect(one!.households).toBe(16);
  expect(one!.stages).toEqual(other!.stages);
  expect(one!.towns).toEqual(other!.towns);
  expect(one!.events).toBe(other!.events);
}, 300_000);
