import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoAccount, DemoStory } from '@yihu/api-contract';
import type { Browser } from 'playwright-core';
import { readConfiguration } from '../../apps/api/src/configuration';
import { startServer } from '../../apps/api/src/server';
import { TOWN, type Person } from '../http/cast';
import { startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, seriousFindings, shoot, WIDE } from './desk';
import { act, caseOf, drawSheet, openSmallTown, planOf, signAsTown, toVillageSigned } from './small-town';
import { builtWeb } from './web';

const accounts: { key: string; staffId: string; surface: DemoAccount['surface'] }[] = [];
const stories: DemoStory[] = [];

let office: Office;
let browser: Browser;
let cases: readonly string[];

/** A town with a plan that was returned and resubmitted, one that waits, and a sheet that waits for its leader. */
beforeAll(async () => {
  office = await startOffice({
    webFolder: builtWeb(),
    demo: { districtName: '渝北区', accounts, stories },
  });
  const people: readonly Person[] = [
    'villageCadre',
    'townCadre',
    'leader',
    'bureau',
    'finance',
    'supervisor',
  ];
  for (const person of people) {
    const surface = person === 'villageCadre' ? 'phone' : 'desk';
    accounts.push({ key: person, staffId: office.idOf(person), surface });
  }
  cases = await openSmallTown(office, 4);
  office.setClock('2024-06-10T02:00:00.000Z');
  await toVillageSigned(office, cases[0]!, planOf(30));
  const back = { reasonCode: 'cells', fields: ['lines.1.quantityMilli'], text: '脱温鸡苗 数量：养不下' };
  await act(office, 'townCadre', caseOf(cases[0]!), 'return-plan', back);
  office.setClock('2024-06-12T02:00:00.000Z');
  await toVillageSigned(office, cases[0]!, planOf(20));
  for (const caseId of cases.slice(1, 3)) await toVillageSigned(office, caseId, planOf(30));
  await signAsTown(office, cases[2]!);
  await drawSheet(office, [cases[2]!]);
  office.setClock('2024-06-13T02:00:00.000Z');
  const story = (name: string, index: number, accountKey: string): DemoStory => {
    return { story: name, caseId: cases[index]!, town: TOWN, accountKey };
  };
  stories.push(story('returned-town', 0, 'townCadre'), story('race', 1, 'supervisor'));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

describe.each([
  ['a wide desk', WIDE],
  ['a narrow one', NARROW],
])('the first visit on %s', (_where, size) => {
  it('shows three jobs with their figures, the days that are left and cases worth a look', async () => {
    const { page, complaints } = await openDesk(browser, office, undefined, size);
    await page.goto(office.server.url, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1, name: '一户一策' }).waitFor();
    const main = page.getByRole('main');
    expect(await main.textContent()).toMatch(/离完成建设和付款截止 2 天（06-15 星期六）/);
    expect(await main.textContent()).toMatch(/离公示照片报备 17 天（06-30 星期日）/);
    const card = (title: string) => page.getByRole('article').filter({ hasText: title });
    await card('我来审批')
      .getByRole('row', { name: /演示户1/ })
      .waitFor();
    expect(await card('我来审批').textContent()).toMatch(/2件等您办/);
    expect(await card('我来监督').textContent()).toMatch(/9步，步步有人1次退回/);
    await card('我来出表')
      .getByRole('row', { name: /演示户3/ })
      .waitFor();
    expect(await page.getByRole('link', { name: /镇里退回，改了再报/ }).count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await shoot(page, `first-visit-${size.width}`);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

it('a card lands on its task, as whoever has it', async () => {
  const { page, complaints } = await openDesk(browser, office, undefined);
  await page.goto(office.server.url);
  await page.getByRole('link', { name: '去办这 2 件' }).click();
  await page.getByRole('heading', { level: 1, name: /等您镇级签字/ }).waitFor();
  await page.goto(office.server.url);
  await page.getByRole('link', { name: /打开茨竹镇汇总表/ }).click();
  await page.waitForURL(`**/towns/${TOWN}/summary`);
  await page.getByText('演示leader', { exact: true }).waitFor();
  await page.goto(office.server.url);
  await page.getByRole('link', { name: /两位干部抢最后/ }).click();
  await page.waitForURL(`**/cases/${cases[1]}`);
  await page.getByText('演示supervisor', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

it('a visitor becomes somebody else by one press', async () => {
  const { page } = await openDesk(browser, office, undefined);
  await page.goto(office.server.url);
  const chip = page.getByRole('button', { name: /^镇领导/ });
  expect(await chip.getAttribute('aria-pressed')).toBe('false');
  await chip.click();
  await page.getByRole('button', { name: /^镇领导/, pressed: true }).waitFor();
  await page.getByRole('article').filter({ hasText: '我来审批' }).getByText('演示leader').waitFor();
  await page.close();
});

it('a server that is no demo says that signing in is not offered yet, and where the documentation is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-no-demo-'));
  const configuration = readConfiguration({ DATA_DIR: folder, PORT: '0' });
  const server = await startServer({ configuration, webFolder: builtWeb() });
  const { page } = await openDesk(browser, office, undefined);
  await page.goto(server.url);
  await page.getByText('这里还没有开放登录').waitFor();
  expect(await page.getByRole('main').getByRole('link').getAttribute('href')).toBe('/api/docs');
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto(`${server.url}/inbox`);
  await page.getByText('这里还没有开放登录').waitFor();
  await page.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
