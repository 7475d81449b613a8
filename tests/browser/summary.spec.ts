import type { TownSummaryView } from '@yihu/api-contract';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { TOWN, YEAR, type Person } from '../http/cast';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, pressGrey, seriousFindings, shoot, WIDE, type Desk } from './desk';
import { openSmallTown, planOf, signAsTown, toVillageSigned } from './small-town';
import { builtWeb } from './web';

let office: Office;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  const cases = await openSmallTown(office, 4);
  for (const caseId of cases.slice(0, 3)) {
    await toVillageSigned(office, caseId, planOf(50));
    await signAsTown(office, caseId);
  }
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

async function open(person: Person, viewport: typeof WIDE | typeof NARROW = WIDE): Promise<Page> {
  desk = await openDesk(browser, office, person, viewport);
  await desk.page.goto(`${office.server.url}/towns/${TOWN}/summary`);
  await desk.page.getByRole('heading', { level: 1, name: '茨竹镇预算汇总表' }).waitFor();
  return desk.page;
}

async function summary(): Promise<TownSummaryView> {
  return must(await office.get<TownSummaryView>('leader', `/api/summaries/${YEAR}-${TOWN}/rows`));
}

const photo = (text: string) => ({ name: `${text}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(text) });

it('a town cadre draws a sheet of what is signed and on none, leaving one out', async () => {
  const page = await open('townCadre');
  await page.getByRole('button', { name: /^编汇总表/ }).click();
  await page.getByRole('checkbox', { name: '编入 演示户3' }).uncheck();
  await page.getByText('已选 2 户').waitFor();
  await page.getByRole('button', { name: '编汇总表', exact: true }).click();
  await page.getByText('等镇领导签字盖章').waitFor();
  const { sheets } = await summary();
  expect(sheets.map(({ no, entries, status }) => [no, entries.length, status])).toEqual([[1, 2, 'drawn']]);
  const foot = await page.locator('main tfoot tr').innerText();
  expect(foot.split('\t').map((cell) => cell.trim().replace(/\s+/g, ' '))).toEqual([
    '合 计',
    '6',
    '2 户',
    '2,960.00',
    '6,000.00',
    '1,200.00',
    '4,160.00',
    '',
  ]);
});

it('only the leader seals: to others the button is grey and says who', async () => {
  const page = await open('townCadre');
  await pressGrey(page.getByRole('button', { name: '签字盖章' }));
  const popover = page.getByRole('dialog', { name: /现在不能签字盖章/ });
  await popover.getByText('此事项须由镇领导办理。').waitFor();
  await popover.getByText('role-held').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await popover.waitFor({ state: 'detached' });
});

it('the leader seals the sheet that was read, with its photo and why most get the same (R38, R19)', async () => {
  const page = await open('leader');
  await page.getByRole('button', { name: '签字盖章' }).click();
  const dialog = page.getByRole('dialog', { name: '签字盖章：茨竹镇第 1 张' });
  await dialog.getByText('您签的是这一张：2 户，补助 2,960.00 元，奖励 1,200.00 元。').waitFor();
  await dialog.getByText(/超过 60.0%/).waitFor();
  await dialog.locator('input[type=file]').setInputFiles(photo('sealed'));
  await dialog.getByText(/已记下照片指纹/).waitFor();
  await dialog.getByLabel('多数户补助相同的原因').fill('同村同业，经村民会议商定');
  await shoot(page, 'summary-seal-1440');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: '签字盖章', exact: true }).click();
  await page.getByText('等镇里报送区乡村振兴局').waitFor();
  expect((await summary()).sheets[0]!.status).toBe('sealed');
});

it('the town submits, the bureau receives and returns one, and files the others together', async () => {
  const town = await open('townCadre');
  await town.getByRole('button', { name: '报送' }).click();
  await town.getByRole('dialog').getByRole('button', { name: '报送' }).click();
  await town.getByText('等区乡村振兴局接收').waitFor();
  await town.close();

  const page = await open('bureau');
  await page.getByRole('button', { name: '接收' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('回执号').fill('渝北备2024-140-1');
  await dialog.getByRole('checkbox', { name: /演示户2/ }).check();
  await dialog.getByText('接收 1 户，退回 1 户').waitFor();
  await dialog.getByRole('button', { name: '接收' }).click();
  await page.getByText('1 户等着备案').waitFor();
  await page.getByRole('button', { name: '备案 1 户' }).click();
  const result = page.getByRole('status', { name: '备案结果' });
  await result.getByText('已备案 1 户，没办成 0 户').waitFor();
  await shoot(page, 'summary-filed-1440');
  const stages = (await summary()).rows.map(({ stage }) => stage);
  expect(stages).toEqual(['filed', 'cadre-signed', 'cadre-signed', 'drafted']);
  await page.getByRole('cell', { name: '区局退回' }).waitFor();
});

it('the sheet is handed over as a table that other programs open as it is meant', async () => {
  const page = await open('supervisor');
  await page.getByRole('button', { name: /^全镇/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('2024年茨竹镇预算汇总表.csv');
  const text = readFileSync((await download.path())!, 'utf8');
  expect(text.startsWith('\uFEFF序号,村,姓名,')).toBe(true);
  expect(text.split('\r\n').at(-2)).toMatch(/^合.计,,,,12,,4440.00,9000.00,1800.00,6240.00,,$/);
});

it.each([
  ['a desk', WIDE],
  ['a phone', NARROW],
])('the summary and the district fit %s, and axe finds nothing serious', async (_what, viewport) => {
  const page = await open('leader', viewport);
  await page.getByRole('region', { name: /预算汇总表/ }).waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, `summary-${viewport.width}`);
  await page.goto(`${office.server.url}/district`);
  await page.getByRole('link', { name: '茨竹镇' }).waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, `district-${viewport.width}`);
});
