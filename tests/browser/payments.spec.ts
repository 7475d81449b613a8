import type { PaymentListItem, PaymentView } from '@yihu/api-contract';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Person } from '../http/cast';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { fitsItsWidth, NARROW, openDesk, pressGrey, seriousFindings, shoot, WIDE, type Desk } from './desk';
import {
  completeNotices,
  drawSheet,
  fileSheet,
  openSmallTown,
  planOf,
  postNotices,
  sealSheet,
  signAsTown,
  toVillageSigned,
} from './small-town';
import { builtWeb } from './web';

let office: Office;
let browser: Browser;
let desk: Desk;

/** Three households whose first tranche is due: 740.00, 749.00 and 758.00 yuan. */
beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  const cases = await openSmallTown(office, 3);
  for (const [index, caseId] of cases.entries()) {
    await toVillageSigned(office, caseId, planOf(50 + index));
    await signAsTown(office, caseId);
  }
  const no = await drawSheet(office, cases);
  await sealSheet(office, no);
  office.setClock('2024-03-02T02:00:00.000Z');
  await postNotices(office, 'plan', '2024-03-02', cases);
  office.setClock('2024-03-12T02:00:00.000Z');
  await completeNotices(office, 'plan', '2024-03-12');
  await fileSheet(office, no, cases);
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

async function open(
  person: Person,
  path: string,
  viewport: typeof WIDE | typeof NARROW = WIDE,
): Promise<Page> {
  desk = await openDesk(browser, office, person, viewport);
  await desk.page.goto(`${office.server.url}${path}`);
  await desk.page.getByRole('heading', { level: 1 }).waitFor();
  return desk.page;
}

async function batch(): Promise<PaymentView> {
  const [listed] = must(await office.get<readonly PaymentListItem[]>('finance', '/api/payments'));
  return must(await office.get<PaymentView>('finance', `/api/payments/${listed!.paymentId}`));
}

const pageOf = async () => `/payments/${(await batch()).id}`;

it('finance draws what is payable, and cannot approve its own batch (R36)', async () => {
  const page = await open('finance', '/payments');
  const panel = page.getByRole('region', { name: '茨竹镇第一次拨付可以拨付的户' });
  await panel.getByText('可以编 3 户').waitFor();
  await panel.getByRole('button', { name: '看名单' }).click();
  expect(await panel.getByRole('checkbox').count()).toBe(3);
  await shoot(page, 'payments-1440');
  expect(await seriousFindings(page)).toEqual([]);
  await panel.getByRole('button', { name: '编拨付批次' }).click();
  await page.waitForURL('**/payments/*');
  await page.getByText('人民币贰仟贰佰肆拾柒元整').waitFor();
  await pressGrey(page.getByRole('button', { name: '复核' }));
  const popover = page.getByRole('dialog', { name: '现在不能复核' });
  await popover.getByText('此事项须由经办人以外的另一人办理。').waitFor();
  await popover.getByText('second-person').waitFor();
});

it('another person approves exactly what was read', async () => {
  const page = await open('otherFinance', await pageOf());
  await page.getByRole('button', { name: '复核' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('您复核的是这一批：3 户，共 2,247.00 元。').waitFor();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '复核', exact: true }).click();
  await page.getByText('演示otherFinance，不是制单人').waitFor();
  expect((await batch()).status).toBe('approved');
});

it('the batch is sent as the file that is saved: its hash is recorded', async () => {
  const page = await open('finance', await pageOf());
  await page.getByRole('button', { name: '送银行' }).click();
  const dialog = page.getByRole('dialog');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '银行文件' }).click(),
  ]);
  const bytes = readFileSync((await download.path())!);
  expect(bytes.toString()).not.toContain('演示户');
  await dialog.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor();
  await dialog.getByRole('button', { name: '送银行', exact: true }).click();
  await page.getByText('等银行回单').waitFor();
  expect((await batch()).status).toBe('released');
});

it('a file that cannot be read is not used, and every line and column is told (BNK-06)', async () => {
  const page = await open('finance', await pageOf());
  await page.getByRole('button', { name: '录银行结果' }).click();
  const dialog = page.getByRole('dialog');
  const text = '序号,金额,起息日,银行流水号,结果码\n1,一千,2024-03-13,B1,00\n9,749.00,2024-03-13,B2,00';
  const file = { name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByText('bad.csv 有 3 处读不懂').waitFor();
  const lines = await dialog.getByRole('row').allInnerTexts();
  expect(lines.slice(1).map((line) => line.split(/\t/))).toEqual([
    ['2', '金额', '不是金额'],
    ['3', '序号', '这一批里没有这一户'],
    ['3', '—', '末尾没有合计行，文件可能不全'],
  ]);
  await shoot(page, 'payments-unread-1440');
  expect(
    await dialog.getByRole('button', { name: '录银行结果', exact: true }).getAttribute('aria-disabled'),
  ).toBe('true');
});

it('what the bank says is entered row by row: one paid, one returned, one not answered', async () => {
  office.setClock('2024-03-13T02:00:00.000Z');
  const page = await open('finance', await pageOf());
  await page.getByRole('button', { name: '录银行结果' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('不会再送一遍').waitFor();
  await dialog.getByRole('button', { name: '逐户填' }).click();
  await dialog.getByLabel('演示户1：结果码').fill('00');
  await dialog.getByLabel('演示户2：结果码').fill('22');
  await dialog.getByText('已填 2 户，共 1,489.00 元').waitFor();
  await dialog.getByRole('button', { name: '录银行结果', exact: true }).click();
  await page.getByText('退回 1 户，要改账户再付').waitFor();
  expect((await batch()).rows.map(({ status }) => status)).toEqual(['confirmed', 'returned', 'open']);
  const heads = await page.locator('th[scope=rowgroup]').allInnerTexts();
  expect(heads.map((text) => text.trim())).toEqual([
    '退回 1 户，要改账户再付',
    '1 户银行还没有回单，不能重付',
    '到账 1 户',
  ]);
  const equation = (await page.getByText(/^三项相加/).innerText()).replace(/\s+/g, ' ');
  expect(equation).toContain('740.00 + 749.00 + 758.00 = 2,247.00');
});

it('the rest comes in the bank’s file, which is taken once', async () => {
  const page = await open('finance', await pageOf());
  const text =
    '户编号,金额,处理时间,指令号,结果码\r\nHH0003,758.00,2024-03-13 10:00:00,B3,00\r\n合计,1,758.00\r\n';
  for (const name of ['result.csv', 'again.csv']) {
    await page.getByRole('button', { name: '录银行结果' }).click();
    const dialog = page.getByRole('dialog');
    const buffer = Buffer.from(name === 'again.csv' ? text.replaceAll('\r\n', '\n') : text);
    await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await dialog.getByText(`${name}：1 笔，共 758.00 元，可以录入。`).waitFor();
    await dialog.getByRole('button', { name: '录银行结果', exact: true }).click();
    if (name === 'result.csv') await dialog.waitFor({ state: 'detached' });
  }
  await page.getByRole('alert').getByText('not-applied-before').waitFor();
  await page.keyboard.press('Escape');
  expect((await batch()).rows.map(({ status }) => status)).toEqual(['confirmed', 'returned', 'confirmed']);
  // The refusal is an answer and a 422, which the browser writes down as well.
  expect((desk.complaints as string[]).splice(0).every((complaint) => complaint.includes('422'))).toBe(true);
});

it.each([
  ['a desk', WIDE],
  ['a phone', NARROW],
])('payments fit %s, and axe finds nothing serious', async (_what, viewport) => {
  const page = await open('finance', await pageOf(), viewport);
  await page.getByText('退回 1 户，要改账户再付').waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await shoot(page, `payment-${viewport.width}`);
  await page.goto(`${office.server.url}/payments?town=500112140&tranche=1`);
  await page.getByRole('link', { name: '第一次拨付' }).waitFor();
  await page.getByText('有退回，要处理').waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
});
