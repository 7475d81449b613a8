import type { TimelineItem } from '@yihu/api-contract';
import type { Browser, Page } from 'playwright-core';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, seriousFindings, shoot, WIDE, type Desk } from './desk';
import { act, caseOf, openSmallTown, planOf, signAsTown, toVillageSigned } from './small-town';
import { builtWeb } from './web';

let office: Office;
let browser: Browser;
let desk: Desk;
let caseId: string;

/** A plan of 18.00 a chick comes back and goes again with 15.00. */
beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  [caseId] = (await openSmallTown(office, 1)) as [string];
  office.setClock('2024-03-15T02:00:00.000Z');
  await toVillageSigned(office, caseId, planOf(50, 1800));
  office.setClock('2024-03-20T03:08:00.000Z');
  await act(office, 'townCadre', caseOf(caseId), 'return-plan', {
    reasonCode: 'cells',
    fields: ['lines.1.unitPriceFen'],
    text: '脱温鸡苗 单价：高于镇里询价',
  });
  office.setClock('2024-03-21T06:30:00.000Z');
  await toVillageSigned(office, caseId, planOf(50, 1500));
  office.setClock('2024-04-02T06:30:00.000Z');
  await signAsTown(office, caseId);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  await desk.page.close();
});

async function revisionOf(type: string): Promise<number> {
  const events = await office.get<readonly TimelineItem[]>(
    'supervisor',
    `${caseOf(caseId)}/events?limit=500`,
  );
  return must(events).find((event) => event.type === type)!.revision;
}

const address = (rev?: number) =>
  `${office.server.url}/cases/${caseId}/history${rev === undefined ? '' : `?rev=${rev}`}`;

/** What the pane of the parked step is headed by. */
const step = (page: Page) => page.getByRole('region', { name: '这一步' });

it('a supervisor steps a returned and resubmitted case by the slider, and the step is an address', async () => {
  desk = await openDesk(browser, office, 'supervisor');
  const { page } = desk;
  await page.goto(address());
  await step(page).getByText('镇签字 第 1 版').or(step(page).getByText('镇签字 第 2 版')).waitFor();
  const slider = page.getByRole('slider', { name: '走到哪一步' });
  const returned = await revisionOf('PlanReturned');
  await slider.focus();
  await page.keyboard.press('Home');
  await step(page).getByText('建档').waitFor();
  for (let at = 0; at < returned; at += 1) await page.keyboard.press('ArrowRight');
  await step(page).getByText('退回方案').waitFor();
  expect(new URL(page.url()).searchParams.get('rev')).toBe(String(returned));
  expect(await slider.getAttribute('aria-valuetext')).toBe('2024-03-20 11:08 退回方案');
  await step(page).getByText('脱温鸡苗 单价', { exact: true }).waitFor();
  const changed = await step(page).getByRole('row').allInnerTexts();
  expect(changed.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    '阶段 编制方案 · 村已签 编制方案 · 填写',
    '方案上的签字 本户、村 —',
  ]);
  const moment = page.getByRole('region', { name: '那一刻的样子' });
  await moment.getByText('高于镇里询价').waitFor();
  await shoot(page, 'history-1440');
  expect(await seriousFindings(page)).toEqual([]);
});

it('a link with a step opens just there, with what that step changed lit', async () => {
  desk = await openDesk(browser, office, 'supervisor');
  const { page } = desk;
  const returned = await revisionOf('PlanReturned');
  await page.goto(address(returned + 1));
  await step(page).getByText('起草方案 第 2 版').waitFor();
  const paper = page.getByRole('region', { name: '那一刻的样子' });
  expect(await paper.locator('del').allInnerTexts()).toEqual(['18.00', '900.00', '1,480.00']);
  await page.locator('main').press('ArrowRight');
  await step(page).getByText('本户签字 第 2 版').waitFor();
  await page.getByRole('button', { name: '现在' }).click();
  await paper.getByText('2,130.00').or(paper.getByText('1,930.00')).first().waitFor();
  await page.getByRole('button', { name: '播放' }).click();
  await step(page).getByText('镇签字 第 2 版').waitFor();
  expect(await page.getByRole('button', { name: '播放' }).count()).toBe(1);
});

it.each([
  ['a desk', WIDE],
  ['a phone', NARROW],
])('the replay fits %s, and axe finds nothing serious', async (_what, viewport) => {
  desk = await openDesk(browser, office, 'supervisor', viewport);
  const { page } = desk;
  await page.goto(address(await revisionOf('PlanReturned')));
  await step(page).getByText('退回方案').waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, `history-${viewport.width}`);
});

it('whoever may not know the household sees no reason and no whole name', async () => {
  desk = await openDesk(browser, office, 'otherTownCadre');
  const { page } = desk;
  await page.goto(address(await revisionOf('PlanReturned')));
  await step(page).getByText('退回方案').waitFor();
  await page.getByRole('heading', { level: 1, name: /演\*+一户/ }).waitFor();
  expect(await page.getByText('高于镇里询价').count()).toBe(0);
});
