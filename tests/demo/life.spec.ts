import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { CaseView, DemoView, WorklistView } from '@yihu/api-contract';
import { ask, demoOf, killDemos, startDemo, tokenOf } from './demo-process';

/** So few are seeded in a moment. */
const SMALL = ['--households', '12'];

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yihu-demo-'));
  folder = join(root, 'demo');
});

afterEach(async () => {
  await killDemos();
  rmSync(root, { recursive: true, force: true });
});

/** Withdraws a plan of the village's list, as its cadre; gives the case. */
async function withdrawOne(url: string): Promise<string> {
  const { accounts } = await demoOf(url);
  const { key } = accounts.find(({ role }) => role === 'village-cadre')!;
  const token = await tokenOf(url, key);
  const { items } = await ask<WorklistView>(url, '/api/worklist', token);
  const { subjectId, revision } = items.find(({ task }) => task === 'draft-plan')!;
  const response = await fetch(`${url}/api/cases/${subjectId}/withdraw`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': `"${revision}"`,
    },
    body: JSON.stringify({ ground: 'declined', reason: '本户不再参加。' }),
  });
  expect(response.status).toBe(200);
  return subjectId;
}

const stageOf = async (url: string, caseId: string): Promise<string> => {
  const { accounts } = await demoOf(url);
  const { key } = accounts.find(({ role }) => role === 'supervisor')!;
  return (await ask<CaseView>(url, `/api/cases/${caseId}`, await tokenOf(url, key))).stage;
};

const notesIn = (place: string) =>
  JSON.parse(readFileSync(join(place, 'demo.json'), 'utf8')) as Partial<DemoView>;

describe('a demo', () => {
  it('is kept with what was done in it, its clock going on, until it is to start over', async () => {
    const first = startDemo(folder, ...SMALL);
    const url = await first.serving;
    const caseId = await withdrawOne(url);
    const { now: before } = await demoOf(url);
    await expect(startDemo(folder, ...SMALL).serving).rejects.toThrow('in use by another process');
    await first.stop();
    expect(await first.ended).toBe(0);

    const second = startDemo(folder);
    const again = await second.serving;
    expect(second.said()).toContain('接着');
    const { now, households } = await demoOf(again);
    expect([households, now >= before.slice(0, 16)]).toEqual([12, true]);
    expect(await stageOf(again, caseId)).toBe('withdrawn');
    await second.stop();

    await expect(startDemo(folder, '--households', '13').serving).rejects.toThrow('--fresh');
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const third = startDemo(folder, '--fresh', ...SMALL);
    const fresh = await third.serving;
    expect(await stageOf(fresh, caseId)).toBe('drafted');
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  }, 180_000);

  it('that was killed while it was seeded is never served: it starts over, and says so', async () => {
    const killed = startDemo(folder, ...SMALL);
    await killed.says('与本户商定项目');
    await killed.kill();
    expect(existsSync(join(folder, 'events.db'))).toBe(true);
    expect(notesIn(folder)).not.toHaveProperty('notes');

    const next = startDemo(folder, ...SMALL);
    const url = await next.serving;
    expect(next.said()).toContain('没有生成完');
    expect((await demoOf(url)).accounts).toHaveLength(8);
    expect(notesIn(folder)).toHaveProperty('notes');
  }, 120_000);

  it('touches no folder that holds something else, however it is asked', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'events.db'), 'of somebody');
    for (const option of ['--fresh', '--households=12']) {
      const demo = startDemo(folder, option);
      await expect(demo.serving).rejects.toThrow('not a demo');
      expect(await demo.ended).toBe(1);
    }
    expect(readdirSync(folder)).toEqual(['events.db']);
    expect(readFileSync(join(folder, 'events.db'), 'utf8')).toBe('of somebody');
  }, 60_000);

  it('says that its port is taken, and how to take another, before it seeds', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const demo = startDemo(folder, ...SMALL, '--port', String(port));
    await expect(demo.serving).rejects.toThrow(`--port ${port + 1}`);
    expect(existsSync(folder)).toBe(false);
    other.close();
  }, 60_000);
});
