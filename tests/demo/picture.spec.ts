import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView, DemoView, WorklistView } from '@yihu/api-contract';
import { ask, demoOf, killDemos, startDemo, tokenOf } from './demo-process';

let root: string;
let url: string;
let said: string;
let demo: DemoView;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'yihu-demo-'));
  const process = startDemo(join(root, 'demo'), '--towns', '1');
  url = await process.serving;
  said = process.said();
  demo = await demoOf(url);
}, 240_000);

afterAll(async () => {
  await killDemos();
  rmSync(root, { recursive: true, force: true });
});

const worklistOf = async (key: string) =>
  ask<WorklistView>(url, '/api/worklist?limit=100', await tokenOf(url, key));

describe('the demo of one town on its morning', () => {
  it('tells the programme, and whom one can be', () => {
    expect([demo.year, demo.districtName, demo.towns, demo.households, demo.quotaFen]).toEqual([
      2024,
      '渝北区',
      1,
      128,
      38_400_000,
    ]);
    expect(demo.now > '2024-06-13T01:20:00.000Z' && demo.now < '2024-06-13T02:20:00.000Z').toBe(true);
    expect(demo.accounts.map(({ role, surface }) => `${role} ${surface}`)).toEqual([
      'village-cadre phone',
      'town-cadre desk',
      'town-leader desk',
      'town-finance desk',
      'town-finance desk',
      'bureau desk',
      'supervisor desk',
      'administrator desk',
    ]);
  });

  it('runs its clock on', async () => {
    const later = await demoOf(url);
    expect(later.now > demo.now).toBe(true);
  });

  it.each<[string, readonly string[]]>([
    ['village-cadre', ['draft-plan', 'sign-as-village', 'report-completion', 'draft-acceptance']],
    ['town-cadre', ['sign-as-town', 'accept-work', 'draw', 'submit']],
    ['town-leader', ['seal']],
    ['town-finance', ['draw', 'approve', 'release', 'import-results']],
    ['bureau', ['receive', 'file-plan']],
  ])('has three things and more to do for each %s, some of them overdue', async (role, tasks) => {
    for (const { key } of demo.accounts.filter((account) => account.role === role)) {
      const { counts, overdue, items } = await worklistOf(key);
      expect(counts.todo).toBeGreaterThanOrEqual(3);
      expect(overdue).toBeGreaterThan(0);
      expect(items.map(({ task }) => task)).toEqual(expect.arrayContaining([...tasks]));
    }
  });

  it('has plans that came back, plans at the cap, and things that are due today and later', async () => {
    const [village, town, finance] = await Promise.all(
      ['village-cadre', 'town-cadre', 'town-finance'].map((role) =>
        worklistOf(demo.accounts.find((account) => account.role === role)!.key),
      ),
    );
    const reasons = [...village!.items, ...town!.items].map(({ reason }) => reason);
    expect(reasons).toEqual(
      expect.arrayContaining(['returned', 'resubmitted', 'rectifying', 'at-cap', 'frozen']),
    );
    const groups = new Set([...town!.items, ...finance!.items].map(({ dueGroup }) => dueGroup));
    expect([...groups].sort()).toEqual(['later', 'overdue', 'today', 'within-three-days']);
  });

  it('has room in the quota for every plan that waits for the town cadre but one, which says what is missing', async () => {
    const { key } = demo.accounts.find(({ role }) => role === 'town-cadre')!;
    const token = await tokenOf(url, key);
    const { items } = await worklistOf(key);
    const signing = items.filter(({ task }) => task === 'sign-as-town');
    const refused: string[] = [];
    for (const { subjectId } of signing) {
      const view = await ask<CaseView>(url, `/api/cases/${subjectId}`, token);
      // What is signed comes with the signature; the rules about it are asked then.
      const action = view.allowedActions.find(({ command }) => command === 'sign-as-town')!;
      if (action.refusals.some(({ rule }) => rule === 'quota-room')) {
        refused.push(subjectId);
        expect(action.refusals.find(({ rule }) => rule === 'quota-room')!.detail).toMatchObject({
          have: 580_000,
          need: 600_000,
        });
      }
    }
    expect(signing.length).toBeGreaterThanOrEqual(5);
    expect(refused).toEqual([demo.stories.find(({ story }) => story === 'no-room')!.caseId]);
    const wanted = signing.filter(({ subjectId }) => !refused.includes(subjectId));
    const sumFen = wanted.reduce((sum, { amountFen, rewardFen }) => sum + amountFen + rewardFen, 0);
    expect(sumFen).toBeLessThanOrEqual(580_000);
  });

  it('has stories that are there, one of them of a case that went back', async () => {
    const stories = demo.stories.map(({ story }) => story);
    expect(stories).toEqual(['no-room', 'returned-village', 'bank-returned', 'partial']);
    for (const { caseId, accountKey } of demo.stories) {
      const view = await ask<CaseView>(url, `/api/cases/${caseId}`, await tokenOf(url, accountKey));
      expect(view.caseId).toBe(caseId);
    }
  });

  it('prints three places to begin at, which are there', async () => {
    const links = [...said.matchAll(/(?:审核|监督|汇总)：(\S+)/g)].map((match) => match[1]!);
    expect(links.map((link) => link.replace(/2024-[0-9a-f-]{36}/, ':id').slice(url.length))).toEqual([
      '/inbox?as=T140-1',
      '/cases/:id/history?rev=4&as=S-1',
      '/towns/500112140/summary?as=L140-1',
    ]);
    for (const link of links) {
      const page = await fetch(link);
      expect([page.status, (await page.text()).includes('<div id="root">')]).toEqual([200, true]);
    }
  });
});
