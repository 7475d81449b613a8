import { readFileSync } from 'node:fs';
import type { CaseView } from '@yihu/api-contract';
import type { Browser } from 'playwright-core';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, seriousFindings, shoot, WIDE } from './desk';
import { act, caseOf, openSmallTown, planOf, toVillageSigned } from './small-town';
import { builtWeb } from './web';

/** With its reward of 600.00 it takes 4,420.00 of the town's 12,000.00 yuan: two fit beside the small ones. */
const LARGE = planOf(180);
const SMALL = planOf(30);

let office: Office;
let browser: Browser;
let cases: readonly string[];

beforeEach(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  cases = await openSmallTown(office, 4);
  office.setClock('2024-03-10T02:00:00.000Z');
  browser = await launchBrowser();
});

afterEach(async () => {
  await browser.close();
  await office.close();
});

const seen = async (caseId: string) => must(await office.get<CaseView>('townCadre', caseOf(caseId)));

it('many are signed in one call: each has its outcome, and what was refused says why', async () => {
  await toVillageSigned(office, cases[0]!, SMALL);
  for (const caseId of cases.slice(1)) await toVillageSigned(office, caseId, LARGE);
  const { page, complaints } = await openDesk(browser, office, 'townCadre', WIDE);
  await page.goto(`${office.server.url}/inbox`);
  await page.getByRole('button', { name: '批量办理' }).click();
  await page.getByRole('heading', { level: 1, name: '批量：镇级签字' }).waitFor();
  await page.getByRole('checkbox', { name: '勾选 演示户1', exact: true }).check();
  await page.getByRole('row', { name: /勾选 1 户小计 1,120\.00 600\.00 1,720\.00/ }).waitFor();
  await page.getByRole('checkbox', { name: /^我已逐户看过 1 户/ }).check();
  await page.getByRole('checkbox', { name: '全选' }).check();
  await page.getByRole('row', { name: /勾选 4 户小计 12,580\.00 2,400\.00 14,980\.00/ }).waitFor();
  const affirmation = page.getByRole('checkbox', { name: /^我已逐户看过 4 户/ });
  expect(await affirmation.isChecked()).toBe(false);
  await affirmation.check();
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'batch-1440');
  await page.getByRole('button', { name: '镇级签字 4 户，14,980.00 元' }).click();

  await page.getByRole('heading', { name: '结果：4 户里办成 3 户' }).waitFor();
  const stages = await Promise.all(cases.map(async (caseId) => (await seen(caseId)).stage));
  const refused = cases[stages.indexOf('drafted')]!;
  expect(stages.filter((stage) => stage === 'cadre-signed')).toHaveLength(3);
  const who = (await seen(refused)).household.name!;
  const row = page.getByRole('row', { name: new RegExp(`勾选 ${who} .*没有办成`) });
  const under = row.locator('xpath=following-sibling::tr[1]');
  expect(await under.textContent()).toMatch(/镇预算指标余额不足.*quota-room.*R18.*镇领导/);
  expect(await page.getByText('没有替您签').count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'batch-result-1440');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /下载这次结果/ }).click();
  const csv = readFileSync((await (await download).path())!, 'utf8');
  expect(csv.startsWith('\uFEFF户主,村（社区）,')).toBe(true);
  expect(csv.split('\r\n').filter((line) => line.includes('没有办成'))).toEqual([
    expect.stringMatching(new RegExp(`^${who},拾篱村,.*镇预算指标余额不足`)),
  ]);

  await page.getByRole('button', { name: '撤回 3 户' }).click();
  await page.getByText('已撤回').nth(2).waitFor();
  for (const caseId of cases) expect((await seen(caseId)).place).toBe('drafted.village-signed');
  expect(complaints).toEqual([]);
});

it('what changed after it was looked at is not signed in anybody’s name', async () => {
  for (const caseId of cases.slice(0, 3)) await toVillageSigned(office, caseId, SMALL);
  const { page, complaints } = await openDesk(browser, office, 'townCadre', NARROW);
  await page.goto(`${office.server.url}/inbox?task=sign-as-town&batch=true`);
  await page.getByRole('checkbox', { name: '勾选 演示户1', exact: true }).check();
  await page.getByRole('checkbox', { name: '勾选 演示户2', exact: true }).check();
  await page.getByRole('checkbox', { name: /^我已逐户看过 2 户/ }).check();
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  const back = { reason: '单价抄错，先撤回。' };
  await act(office, 'villageCadre', caseOf(cases[1]!), 'withdraw-village-signature', back);
  await page.getByRole('button', { name: /^镇级签字 2 户/ }).click();
  await page.getByRole('heading', { name: '结果：2 户里办成 1 户' }).waitFor();
  const changed = page.getByRole('row', { name: /勾选 演示户2 .*内容有变/ });
  const under = changed.locator('xpath=following-sibling::tr[1]');
  expect(await under.textContent()).toMatch(/您看过之后又有变化.*村帮扶责任人撤回村签字.*没有替您签/);
  await page.getByRole('row', { name: /勾选 演示户3 .*没有勾选/ }).waitFor();
  expect((await seen(cases[0]!)).stage).toBe('cadre-signed');
  expect((await seen(cases[1]!)).stage).toBe('drafted');
  await shoot(page, 'batch-changed-390');
  expect(complaints).toEqual([]);
});
