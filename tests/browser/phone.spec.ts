import type { CaseView } from '@yihu/api-contract';
import { BUDGET_ATTESTATION } from '@yihu/domain';
import type { Browser } from 'playwright-core';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, pressGrey, seriousFindings, shoot, type Desk } from './desk';
import { act, caseOf, openSmallTown, planOf, toVillageSigned } from './small-town';
import { builtWeb } from './web';

let office: Office;
let browser: Browser;
let cases: readonly string[];
let phone: Desk;

/** Three plans for the village: one to sign, one that came back, one whose household has not signed. */
beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  cases = await openSmallTown(office, 4);
  office.setClock('2024-03-10T02:00:00.000Z');
  for (const caseId of cases.slice(0, 4)) {
    await act(office, 'villageCadre', caseOf(caseId), 'draft-plan', planOf(30));
  }
  await signForHousehold(cases[0]!);
  await signForHousehold(cases[3]!);
  await toVillageSignedAndBack(cases[1]!);
  office.setClock('2024-03-12T02:00:00.000Z');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

beforeEach(async () => {
  phone = await openDesk(browser, office, 'villageCadre', NARROW);
});

afterEach(async () => {
  expect(phone.complaints).toEqual([]);
  await phone.page.close();
});

async function signForHousehold(caseId: string): Promise<void> {
  const { plan } = must(await office.get<CaseView>('villageCadre', caseOf(caseId)));
  const signed = { contentHash: plan!.contentHash, attestation: BUDGET_ATTESTATION.text, method: 'paper' };
  await act(office, 'villageCadre', caseOf(caseId), 'sign-as-household', { ...signed, relation: 'head' });
}

async function toVillageSignedAndBack(caseId: string): Promise<void> {
  await toVillageSigned(office, caseId, planOf(40));
  await act(office, 'townCadre', caseOf(caseId), 'return-plan', {
    reasonCode: 'cells',
    fields: ['lines.1.quantityMilli'],
    text: '脱温鸡苗：数量与圈舍面积不符',
  });
}

const seen = async (caseId: string) => must(await office.get<CaseView>('villageCadre', caseOf(caseId)));

it('a village cadre finds what to do and signs: the sentence first, then the signature', async () => {
  const { page } = phone;
  await page.goto(`${office.server.url}/m`);
  const card = page.getByRole('listitem').filter({ hasText: '演示户1' });
  await card.getByRole('link', { name: '村级签字' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await fitsItsWidth(page)).toBe(true);
  await shoot(page, 'phone-today');

  await card.getByRole('link', { name: '村级签字' }).click();
  await page.getByRole('heading', { level: 1, name: '演示户1' }).waitFor();
  await page.getByText('等您村级签字').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '村级签字' }).click();
  const sheet = page.getByRole('dialog', { name: '村级签字' });
  const confirm = sheet.getByRole('button', { name: '确认村级签字' });
  expect(await confirm.isDisabled()).toBe(true);
  await sheet.getByText(BUDGET_ATTESTATION.text).click();
  await shoot(page, 'phone-sign');
  expect(await seriousFindings(page)).toEqual([]);
  await confirm.click();
  await sheet.waitFor({ state: 'detached' });
  await expect(seen(cases[0]!)).resolves.toMatchObject({ place: 'drafted.village-signed' });

  await page.getByRole('button', { name: '撤回村级签字' }).click();
  const undo = page.getByRole('dialog', { name: '撤回村级签字' });
  await undo.getByLabel('原因').fill('单价抄错一位');
  await undo.getByRole('button', { name: '确认撤回村级签字' }).click();
  await undo.waitFor({ state: 'detached' });
  await expect(seen(cases[0]!)).resolves.toMatchObject({ place: 'drafted.household-signed' });
});

it('a plan that came back says by whom and what is wrong with it', async () => {
  const { page } = phone;
  await page.goto(`${office.server.url}/m/cases/${cases[1]}`);
  await page.getByText('数量与圈舍面积不符').waitFor();
  expect(await page.getByText('退回，要改').count()).toBe(1);
  await shoot(page, 'phone-returned');
  expect(await seriousFindings(page)).toEqual([]);
});

it('a plan is returned cell by cell', async () => {
  const { page } = phone;
  await page.goto(`${office.server.url}/m/cases/${cases[3]}`);
  await page.getByRole('button', { name: '退回' }).click();
  const sheet = page.getByRole('dialog', { name: '退回' });
  await sheet.getByText('鸡配合饲料 单价').click();
  await sheet.getByLabel('鸡配合饲料 单价：哪里不对').fill('比镇上贵');
  await shoot(page, 'phone-return');
  await sheet.getByRole('button', { name: '确认退回' }).click();
  await sheet.waitFor({ state: 'detached' });
  const { returned } = await seen(cases[3]!);
  expect(returned).toMatchObject({ fields: ['lines.2.unitPriceFen'], text: '鸡配合饲料 单价：比镇上贵' });
});

it('a grey button says which rule stops it and who can clear it', async () => {
  const { page } = phone;
  await act(office, 'leader', caseOf(cases[0]!), 'freeze', { ground: 'objection', reference: 'O-1' });
  await page.goto(`${office.server.url}/m/cases/${cases[0]}`);
  await pressGrey(page.getByRole('button', { name: '村级签字', exact: true }));
  const sheet = page.getByRole('dialog', { name: /现在不能村级签字/ });
  await sheet.getByText(/not-frozen/).waitFor();
  expect(await sheet.getByText(/谁能解决/).count()).toBeGreaterThan(0);
  await shoot(page, 'phone-refusal');
  expect(await seriousFindings(page)).toEqual([]);
});

it('大字版 makes everything larger and nothing wider than the phone', async () => {
  const { page } = phone;
  await page.goto(`${office.server.url}/m/me`);
  await page.getByRole('button', { name: '大字版' }).click();
  await page.getByRole('link', { name: '今天要办' }).click();
  await page.getByRole('heading', { level: 1, name: '今天要办' }).waitFor();
  await page.getByRole('link', { name: '编制方案' }).first().waitFor();
  await shoot(page, 'phone-large');
  expect(await fitsItsWidth(page)).toBe(true);
  const size = await page.evaluate('getComputedStyle(document.body).fontSize');
  expect(size).toBe('24px');
});
