import type { CaseView } from '@yihu/api-contract';
import type { Browser, Locator } from 'playwright-core';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, pressGrey, seriousFindings, shoot, WIDE, type Desk } from './desk';
import { act, caseOf, openSmallTown, planOf, signAsTown, toVillageSigned } from './small-town';
import { builtWeb } from './web';

/** Many chicks: their plan takes 4,420.00 yuan of the town's quota. */
const LARGE = planOf(180);
const SMALL = planOf(30);

let office: Office;
let browser: Browser;
let cases: readonly string[];
let desk: Desk;

/** Eight households have 24,000.00 yuan; what is left when these are signed is not enough for the last. */
beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  cases = await openSmallTown(office, 8);
  office.setClock('2024-03-10T02:00:00.000Z');
  for (const caseId of cases.slice(0, 3)) await toVillageSigned(office, caseId, SMALL);
  for (const caseId of cases.slice(3, 8)) await toVillageSigned(office, caseId, LARGE);
  for (const caseId of cases.slice(3, 7)) await signAsTown(office, caseId);
  await signAsTown(office, cases[2]!);
  const more = { ...LARGE, rewardFen: 160_000 };
  await act(office, 'townCadre', caseOf(cases[7]!), 'return-plan', {
    reasonCode: 'cells',
    fields: ['rewardFen'],
    text: '奖励资金：请按收入重算',
  });
  await toVillageSigned(office, cases[7]!, more);
  office.setClock('2024-03-13T02:00:00.000Z');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

afterEach(async () => {
  // A browser complains of every answer that a test keeps back on purpose.
  expect(desk.complaints.filter((each) => !/Failed to load resource/.test(each))).toEqual([]);
  await desk.page.close();
});

const seen = async (caseId: string) => must(await office.get<CaseView>('townCadre', caseOf(caseId)));
const yuan = (fen: number) => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/, ',');
const nameOf = (index: number) => `演示户${index + 1}`;

it('a town cadre signs one and takes it back; the next one opens meanwhile', async () => {
  desk = await openDesk(browser, office, 'townCadre');
  const { page } = desk;
  await page.goto(`${office.server.url}/inbox?open=case:${cases[0]}`);
  const sentence = page.getByRole('heading', { level: 1, name: /等您镇级签字/ });
  await expectText(sentence, nameOf(0));
  await shoot(page, 'inbox-1440');
  const names = await page.locator('a[id^="row-"] b').allTextContents();
  const at = names.indexOf(nameOf(0));
  const next = (names[at + 1] ?? names[at - 1])!;
  const sign = page.getByRole('button', { name: '镇级签字', exact: true });
  await sign.click();
  expect((await seen(cases[0]!)).stage).toBe('drafted');
  const affirmation = page.getByRole('checkbox', { name: /经核实/ });
  await page.locator('input[type=checkbox]:focus').waitFor();
  await affirmation.check();
  await page.keyboard.press('a');
  const bar = page.getByRole('status').filter({ hasText: '可以撤回' });
  await bar.waitFor();
  expect((await seen(cases[0]!)).stage).toBe('cadre-signed');
  await page.locator('a[id^="row-"][aria-current]', { hasText: next }).waitFor();
  await page.locator('a[id^="row-"]:focus', { hasText: next }).waitFor();
  await shoot(page, 'inbox-undo-1440');
  await bar.getByRole('button', { name: '撤回', exact: true }).click();
  await expectText(page.getByRole('heading', { level: 1, name: /等您镇级签字/ }), nameOf(0));
  const after = await seen(cases[0]!);
  expect(after.place).toBe('drafted.village-signed');
  expect(after.signatures.town).toBeUndefined();
});

it('what can no longer be taken back says so by itself', async () => {
  desk = await openDesk(browser, office, 'townCadre');
  const { page } = desk;
  await page.goto(`${office.server.url}/inbox?open=case:${cases[0]}`);
  await page.getByRole('checkbox', { name: /经核实/ }).check();
  await page.getByRole('button', { name: '镇级签字', exact: true }).click();
  await page.getByRole('button', { name: '撤回', exact: true }).waitFor();
  await act(office, 'leader', caseOf(cases[0]!), 'return-plan', {
    reasonCode: 'cells',
    fields: ['lines.1.item'],
    text: '脱温鸡苗 补助内容：请写明品种',
  });
  await page.getByRole('status').filter({ hasText: '撤不回了' }).waitFor();
  expect(await page.getByRole('button', { name: '撤回', exact: true }).count()).toBe(0);
  await toVillageSigned(office, cases[0]!, SMALL);
});

it('a plan goes back with a reason for each cell, and the village sees them in its cells (situation 8)', async () => {
  desk = await openDesk(browser, office, 'townCadre');
  const { page } = desk;
  await page.goto(`${office.server.url}/inbox?open=case:${cases[1]}`);
  await page.getByRole('heading', { level: 1, name: nameOf(1) }).waitFor();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: '退回' });
  await dialog.getByRole('button', { name: '脱温鸡苗 数量' }).click();
  await dialog.getByRole('button', { name: '预计收入' }).click();
  await dialog.getByRole('textbox', { name: '脱温鸡苗 数量' }).fill('多于圈舍能养的数');
  expect(await dialog.getByRole('button', { name: '退回', exact: true }).isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: '预计收入' }).fill('没有算式');
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, 'return-1440');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const { returned, place } = await seen(cases[1]!);
  expect(place).toBe('drafted.editing');
  expect(returned).toMatchObject({
    level: 'town',
    fields: ['lines.1.quantityMilli', 'forecastFen'],
    text: '脱温鸡苗 数量：多于圈舍能养的数\n预计收入：没有算式',
  });
  const village = await openDesk(browser, office, 'villageCadre');
  await village.page.goto(`${office.server.url}/cases/${cases[1]}`);
  await village.page.getByRole('cell', { name: /30 多于圈舍能养的数/ }).waitFor();
  await village.page.getByRole('cell', { name: /3,000\.00 没有算式/ }).waitFor();
  await shoot(village.page, 'returned-1440');
  expect(village.complaints).toEqual([]);
  await village.page.close();
});

describe.each([
  ['a wide desk', WIDE],
  ['a narrow one', NARROW],
])('on %s', (_where, size) => {
  it('a grey button tells the rule, its numbers and who can clear it (R18)', async () => {
    desk = await openDesk(browser, office, 'townCadre', size);
    const { page } = desk;
    await page.goto(`${office.server.url}/inbox`);
    await page.getByRole('link', { name: new RegExp(`^${nameOf(7)} `) }).click();
    await page.getByRole('heading', { level: 1, name: nameOf(7) }).waitFor();
    await shoot(page, `case-${size.width}`);
    const grey = page.getByRole('button', { name: '镇级签字', exact: true });
    expect(await grey.getAttribute('aria-disabled')).toBe('true');
    await pressGrey(grey);
    const popover = page.getByRole('dialog', { name: '现在不能镇级签字' });
    const { allowedActions, waitsFor } = await seen(cases[7]!);
    const [refusal] = allowedActions.find(({ command }) => command === waitsFor!.task)!.refusals;
    const said = await popover.textContent();
    expect(said).toContain(refusal!.text);
    expect(said).toContain('quota-room');
    expect(said).toContain('R18');
    expect(said).toMatch(/谁能解决\s*镇领导/);
    const gap = (refusal!.detail['need'] as number) - (refusal!.detail['have'] as number);
    expect(await popover.getByRole('row', { name: '还差' }).textContent()).toBe(`还差${yuan(gap)}`);
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, `refusal-${size.width}`);
    await page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toContain('镇级签字');
    expect(await fitsItsWidth(page)).toBe(true);
  });

  it('axe finds nothing serious on the list, nor on a case, and nothing is cut', async () => {
    desk = await openDesk(browser, office, 'townCadre', size);
    const { page } = desk;
    await page.goto(`${office.server.url}/inbox`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: new RegExp(`^${nameOf(7)} `) }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await shoot(page, `list-${size.width}`);
    await page.goto(`${office.server.url}/cases/${cases[7]}`, { waitUntil: 'networkidle' });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
  });
});

it('the keys go down the list and the search finds a household', async () => {
  desk = await openDesk(browser, office, 'townCadre');
  const { page } = desk;
  await page.goto(`${office.server.url}/inbox`);
  await page.getByRole('heading', { level: 1, name: /等您/ }).waitFor();
  const rows = page.locator('a[id^="row-"]');
  const isOpen = (index: number) => rows.nth(index).and(page.locator('[aria-current]')).waitFor();
  await isOpen(0);
  await page.keyboard.press('j');
  await isOpen(1);
  await page.keyboard.press('k');
  await isOpen(0);
  await page.keyboard.press('/');
  await page.keyboard.type('HH0008');
  await page.waitForURL(/text=HH0008/);
  await rows.nth(1).waitFor({ state: 'detached' });
  expect(await rows.allTextContents()).toEqual([expect.stringContaining(nameOf(7))]);
});

it('an answer that is lost says that pressing again is safe, and it is', async () => {
  desk = await openDesk(browser, office, 'townCadre');
  const { page } = desk;
  await page.goto(`${office.server.url}/inbox?open=case:${cases[0]}`);
  await page.getByRole('checkbox', { name: /经核实/ }).check();
  let isLost = false;
  await page.route('**/sign-as-town', async (route) => {
    if (isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  const before = (await seen(cases[0]!)).revision;
  const sign = page.getByRole('button', { name: '镇级签字', exact: true });
  // What is read again after silence would show that it was done; the person presses before that.
  await page.route('**/api/cases/*', (route) => route.abort());
  await sign.click();
  const note = page.getByRole('alert').filter({ hasText: '再按一次是安全的' });
  await note.waitFor();
  await sign.click();
  await page.getByRole('status').filter({ hasText: '可以撤回' }).waitFor();
  expect((await seen(cases[0]!)).revision).toBe(before + 1);
});

it('a case that changed under the hand is not signed, and says what changed', async () => {
  desk = await openDesk(browser, office, 'townCadre');
  const { page } = desk;
  const caseId = cases[7]!;
  const back = { reasonCode: 'cells', fields: ['rewardFen'], text: '奖励资金：请按收入重算' };
  await act(office, 'townCadre', caseOf(caseId), 'return-plan', back);
  await toVillageSigned(office, caseId, SMALL);
  await page.goto(`${office.server.url}/inbox?open=case:${caseId}`);
  await page.getByRole('checkbox', { name: /经核实/ }).check();
  await page.route('**/api/cases/*', (route) => route.abort());
  await act(office, 'villageCadre', caseOf(caseId), 'withdraw-village-signature', { reason: '单价抄错' });
  await page.getByRole('button', { name: '镇级签字', exact: true }).click();
  const note = page.getByRole('alert').filter({ hasText: '内容已有变化' });
  await note.getByText('村帮扶责任人：撤回村签字').waitFor();
  expect(await note.textContent()).toContain('这次没有存');
  expect((await seen(caseId)).stage).toBe('drafted');
});

/** Waits until a heading says what it has to. */
async function expectText(heading: Locator, text: string): Promise<void> {
  await heading.filter({ hasText: `${text}，` }).waitFor();
}
