import type { CaseView } from '@yihu/api-contract';
import type { Browser, Page } from 'playwright-core';
import type { Person } from '../http/cast';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { openDesk, pressGrey, seriousFindings, shoot } from './desk';
import {
  act,
  caseOf,
  completeNotices,
  drawBatch,
  drawSheet,
  openSmallTown,
  payBatch,
  postNotices,
  sealSheet,
  toVillageSigned,
  planOf,
} from './small-town';
import { builtWeb } from './web';

let office: Office;
let browser: Browser;
let cases: readonly string[];
const complaints: string[] = [];

beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  cases = await openSmallTown(office, 4);
  office.setClock('2024-03-10T02:00:00.000Z');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

afterEach(() => expect(complaints.splice(0)).toEqual([]));

const seen = async (caseId: string) => must(await office.get<CaseView>('townCadre', caseOf(caseId)));
const photo = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('a picture of the work') };
const invoice = {
  name: 'invoice.png',
  mimeType: 'image/png',
  buffer: Buffer.from('a picture of the invoice'),
};

/** A case in front of somebody, until they are done with it. */
async function at(person: Person, caseId: string, work: (page: Page) => Promise<void>): Promise<void> {
  const desk = await openDesk(browser, office, person);
  await desk.page.goto(`${office.server.url}/cases/${caseId}`);
  await work(desk.page);
  complaints.push(...desk.complaints);
  await desk.page.close();
}

/** Opens the form of a command, has it filled in, and gives the command. */
async function give(
  page: Page,
  command: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('button', { name: command, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${command}`) });
  await fill(dialog);
  await dialog.getByRole('button', { name: command, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A signature of the person at the desk. */
async function sign(page: Page, command: string): Promise<void> {
  await page.getByRole('checkbox', { name: /经核实/ }).check();
  await page.getByRole('button', { name: command, exact: true }).click();
}

const affirm = (dialog: ReturnType<Page['getByRole']>) =>
  dialog.getByRole('checkbox', { name: /经核实/ }).check();

/** Waits until a case is at a place of the machine. */
const standsAt = async (caseId: string, place: string) => {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await seen(caseId)).place.includes(place)) return;
    await new Promise((rest) => setTimeout(rest, 100));
  }
  throw new Error(`the case stands at ${(await seen(caseId)).place} and not at ${place}`);
};

describe('one household by clicks', () => {
  it('a plan is drafted with its amounts reckoned as one types, and signed by three', async () => {
    const [caseId] = cases as [string];
    await at('villageCadre', caseId, async (page) => {
      await give(page, '编制方案', async (dialog) => {
        await dialog.getByLabel('第 1 行 补助内容').fill('脱温鸡苗');
        await dialog.getByLabel('第 1 行 单位').fill('只');
        await dialog.getByLabel('第 1 行 数量').fill('60');
        await dialog.getByLabel('第 1 行 单价').fill('18');
        await dialog.getByRole('cell', { name: '1,080.00' }).first().waitFor();
        await dialog.getByRole('button', { name: '加一行' }).click();
        await dialog.getByLabel('第 2 行 补助内容').fill('鸡配合饲料');
        await dialog.getByLabel('第 2 行 单位').fill('袋');
        await dialog.getByLabel('第 2 行 数量').fill('4');
        await dialog.getByLabel('第 2 行 单价').fill('145.00');
        await dialog.getByRole('row', { name: /补助合计 1,660\.00/ }).waitFor();
        await dialog.getByLabel('预计生产经营收入').fill('4200');
        await dialog.getByLabel('绩效达标奖励资金').fill('600');
        await dialog.getByLabel('本户意愿').fill('愿意养鸡');
        await dialog.getByLabel('家庭情况').fill('三人，有劳力');
        await dialog.getByLabel('为什么选这些').fill('与本户商定');
        expect(await seriousFindings(page)).toEqual([]);
        await shoot(page, 'plan-form');
      });
      await standsAt(caseId, 'drafted.editing');
      await give(page, '本户签字', affirm);
      await standsAt(caseId, 'drafted.household-signed');
      await sign(page, '村级签字');
      await standsAt(caseId, 'drafted.village-signed');
    });
    const { plan } = await seen(caseId);
    expect(plan).toMatchObject({ subsidyFen: 166_000, rewardFen: 60_000, forecastFen: 420_000 });
    await at('townCadre', caseId, async (page) => {
      await sign(page, '镇级签字');
      await standsAt(caseId, 'cadre-signed');
      await page.getByRole('link', { name: '编汇总表' }).waitFor();
    });
  });

  it('it is filed under the sheet that lists it, and the receipt number comes from the sheet', async () => {
    const [caseId] = cases as [string];
    const no = await drawSheet(office, [caseId]);
    await sealSheet(office, no);
    await act(office, 'townCadre', '/api/summaries/2024-500112140', 'submit', { no });
    const receipt = { no, receiptNo: '渝北备2024-140-1', returned: [] };
    await act(office, 'bureau', '/api/summaries/2024-500112140', 'receive', receipt);
    await at('bureau', caseId, async (page) => {
      await give(page, '备案', async (dialog) => {
        await dialog.getByRole('radio', { name: /第 1 号汇总表.*渝北备2024-140-1/ }).waitFor();
        await shoot(page, 'file-form');
      });
      await standsAt(caseId, 'progress.filed.payable');
    });
    expect((await seen(caseId)).receiptNo).toBe('渝北备2024-140-1');
  });

  it('the work is reported, inspected row by row, signed by three and accepted for what was done', async () => {
    const [caseId] = cases as [string];
    await postNotices(office, 'plan', '2024-03-10', [caseId]);
    office.setClock('2024-03-20T02:00:00.000Z');
    await completeNotices(office, 'plan', '2024-03-20');
    await payBatch(office, await drawBatch(office, 1, [caseId]), '2024-03-20');
    office.setClock('2024-06-01T02:00:00.000Z');
    await at('villageCadre', caseId, async (page) => {
      await give(page, '报告完工', async (dialog) => {
        await dialog.getByLabel('完工日期').fill('2024-05-30');
        await page.keyboard.press('Enter');
        await dialog.getByLabel(/^照片/).setInputFiles(photo);
        await dialog.getByText('已记 1 张').waitFor();
      });
      await give(page, '填验收表', async (dialog) => {
        await dialog.getByLabel('鸡配合饲料 实做数量').fill('3');
        await dialog.getByRole('cell', { name: '435.00' }).waitFor();
        await dialog.getByRole('textbox', { name: '实际收入' }).fill('3200');
        await dialog.getByLabel(/^照片/).setInputFiles(photo);
        await dialog.getByLabel(/^票据照片/).setInputFiles(invoice);
        await dialog.getByText('已记 1 张').nth(1).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await shoot(page, 'acceptance-form');
      });
      await give(page, '本户验收签字', affirm);
      await sign(page, '村级验收签字');
      await standsAt(caseId, 'progress.first-tranche-paid.village-signed');
    });
    await at('townCadre', caseId, async (page) => {
      const sum = page.getByRole('region', { name: '验收金额（元）' });
      await sum.getByRole('row', { name: '验收认定 1,515.00' }).waitFor();
      await sum.getByRole('row', { name: '同意后应付 1,285.00' }).waitFor();
      await shoot(page, 'acceptance');
      expect(await seriousFindings(page)).toEqual([]);
      await sign(page, '同意验收');
      await standsAt(caseId, 'accepted.payable');
    });
    const { accepted } = await seen(caseId);
    expect(accepted).toMatchObject({ payableFen: 151_500, secondFen: 68_500, reward: { rewardFen: 60_000 } });
  });
});

it('a household that wants no project signs for it, another withdraws, and a signature is taken back with a reason', async () => {
  const [, none, gone, back] = cases as [string, string, string, string];
  await at('townCadre', none, async (page) => {
    await page.getByRole('button', { name: '更多' }).click();
    await give(page, '确认不实施', (dialog) => dialog.getByLabel('说明').fill('长期在外务工'));
    await standsAt(none, 'no-project');
  });
  await at('villageCadre', gone, async (page) => {
    await page.getByRole('button', { name: '更多' }).click();
    await give(page, '本户退出项目', async (dialog) => {
      await dialog.getByRole('radio', { name: '迁出' }).check();
      await dialog.getByLabel('说明').fill('全家迁往外地');
    });
    await standsAt(gone, 'withdrawn');
  });
  await toVillageSigned(office, back, planOf(30));
  await at('villageCadre', back, async (page) => {
    await page.getByRole('button', { name: '更多' }).click();
    await shoot(page, 'more-menu');
    expect(await seriousFindings(page)).toEqual([]);
    await give(page, '撤回村级签字', (dialog) => dialog.getByLabel('原因').fill('单价抄错'));
    await standsAt(back, 'drafted.household-signed');
    await page.getByRole('button', { name: '更多' }).click();
    await pressGrey(page.getByRole('button', { name: '报告完工' }));
    await page.getByRole('dialog', { name: '现在不能报告完工' }).getByText('当前处于“拟定中”').waitFor();
  });
});
