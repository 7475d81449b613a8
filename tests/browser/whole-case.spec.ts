import type { CaseView } from '@yihu/api-contract';
import type { Browser, Page } from 'playwright-core';
import { TOWN, VILLAGE, type Person } from '../http/cast';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { addNoticePhoto, give, photo } from './clicks';
import { openDesk } from './desk';
import { caseOf, openSmallTown } from './small-town';
import { builtWeb } from './web';

const SUMMARY = `/towns/${TOWN}/summary`;
const BOARDS = [
  ['villageCadre', VILLAGE],
  ['townCadre', TOWN],
] as const;

let office: Office;
let browser: Browser;
let caseId: string;

beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  [caseId] = (await openSmallTown(office, 1)) as [string];
  office.setClock('2024-03-10T02:00:00.000Z');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

/** A page in front of somebody, until they are done with it; it has nothing to complain of. */
async function at(person: Person, address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await openDesk(browser, office, person);
  await page.goto(`${office.server.url}${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await work(page);
  expect(complaints).toEqual([]);
  await page.close();
}

const onCase = (person: Person, work: (page: Page) => Promise<void>) => at(person, `/cases/${caseId}`, work);
const seen = async () => must(await office.get<CaseView>('townCadre', caseOf(caseId)));

/** Waits until the case is at a place of the machine. */
async function standsAt(place: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await seen()).place.includes(place)) return;
    await new Promise((rest) => setTimeout(rest, 100));
  }
  throw new Error(`the case stands at ${(await seen()).place} and not at ${place}`);
}

async function sign(page: Page, command: string): Promise<void> {
  await page.getByRole('checkbox', { name: /经核实/ }).check();
  await page.getByRole('button', { name: command, exact: true }).click();
}

const signOfHousehold = (page: Page, command: string) =>
  give(page, command, (dialog) => dialog.getByRole('checkbox', { name: /经核实/ }).check());

/** Village and town hang the notice and photograph it. */
async function hang(kind: 'plan' | 'result'): Promise<void> {
  for (const [person, unit] of BOARDS) {
    await at(person, `/notices?unit=${unit}&kind=${kind}`, async (page) => {
      await give(page, '张贴公示', (dialog) => dialog.getByLabel('张贴地点').fill('公示栏'));
      await addNoticePhoto(page, /开始照片/, `${unit} ${kind} first day`);
    });
  }
}

async function takeDown(kind: 'plan' | 'result'): Promise<void> {
  for (const [person, unit] of BOARDS) {
    await at(person, `/notices?unit=${unit}&kind=${kind}`, async (page) => {
      await addNoticePhoto(page, /期满照片/, `${unit} ${kind} last day`);
      await give(page, '公示期满');
      await page.getByText('7 天，共 7 天').waitFor();
    });
  }
}

/** Drawn by one, approved by another, sent, and answered by the bank. */
async function pay(tranche: '第一次拨付' | '第二次拨付', sum: string): Promise<void> {
  let batch = '';
  await at('finance', '/payments', async (page) => {
    const panel = page.getByRole('region', { name: `茨竹镇${tranche}可以拨付的户` });
    await panel.getByText('可以编 1 户').waitFor();
    await panel.getByRole('button', { name: '编拨付批次' }).click();
    await page.waitForURL('**/payments/*');
    await page.getByRole('button', { name: '复核' }).waitFor();
    batch = new URL(page.url()).pathname;
  });
  await at('otherFinance', batch, (page) =>
    give(page, '复核', async (dialog) => {
      await dialog.getByText(`您复核的是这一批：1 户，共 ${sum} 元。`).waitFor();
      await dialog.getByRole('checkbox').check();
    }),
  );
  await at('finance', batch, async (page) => {
    await give(page, '送银行', async (dialog) => {
      const saved = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '银行文件' }).click();
      await saved;
    });
    await page.getByText('等银行回单').waitFor();
    await give(page, '录银行结果', async (dialog) => {
      await dialog.getByRole('button', { name: '逐户填' }).click();
      await dialog.getByLabel('演示户1：结果码').fill('00');
      await dialog.getByText(`已填 1 户，共 ${sum} 元`).waitFor();
    });
    await page.getByRole('rowheader', { name: '到账 1 户' }).waitFor();
  });
}

it('a plan is drafted, and signed by household, village and town', async () => {
  await onCase('villageCadre', async (page) => {
    await give(page, '编制方案', async (dialog) => {
      await dialog.getByLabel('第 1 行 补助内容').fill('脱温鸡苗');
      await dialog.getByLabel('第 1 行 单位').fill('只');
      await dialog.getByLabel('第 1 行 数量').fill('75');
      await dialog.getByLabel('第 1 行 单价').fill('20');
      await dialog.getByLabel('预计生产经营收入').fill('4200');
      await dialog.getByLabel('绩效达标奖励资金').fill('600');
      await dialog.getByLabel('本户意愿').fill('愿意养鸡');
      await dialog.getByLabel('家庭情况').fill('三人，有劳力');
      await dialog.getByLabel('为什么选这些').fill('与本户商定');
    });
    await signOfHousehold(page, '本户签字');
    await standsAt('drafted.household-signed');
    await sign(page, '村级签字');
    await standsAt('drafted.village-signed');
  });
  await onCase('townCadre', (page) => sign(page, '镇级签字').then(() => standsAt('cadre-signed')));
});

it('it is put on a sheet, sealed by the leader, submitted, received and filed', async () => {
  await at('townCadre', SUMMARY, async (page) => {
    await page.getByRole('button', { name: /^编汇总表/ }).click();
    await page.getByText('已选 1 户').waitFor();
    await page.getByRole('button', { name: '编汇总表', exact: true }).click();
    await page.getByText('等镇领导签字盖章').waitFor();
  });
  await at('leader', SUMMARY, async (page) => {
    await give(page, '签字盖章', async (dialog) => {
      await dialog.locator('input[type=file]').setInputFiles(photo('sealed'));
      await dialog.getByText(/已记下照片指纹/).waitFor();
      const why = dialog.getByLabel('多数户补助相同的原因');
      if ((await why.count()) > 0) await why.fill('只有一户');
    });
  });
  await at('townCadre', SUMMARY, (page) => give(page, '报送'));
  await at('bureau', SUMMARY, async (page) => {
    await give(page, '接收', (dialog) => dialog.getByLabel('回执号').fill('渝北备2024-140-1'));
    await page.getByRole('button', { name: '备案 1 户' }).click();
    await page.getByText('已备案 1 户，没办成 0 户').waitFor();
  });
  await standsAt('filed');
});

it('it hangs for seven days in village and town, and the first half is paid', async () => {
  await hang('plan');
  office.setClock('2024-03-18T02:00:00.000Z');
  await takeDown('plan');
  await pay('第一次拨付', '750.00');
  await standsAt('first-tranche-paid');
});

it('the work is reported, inspected, signed by household and village, and accepted', async () => {
  office.setClock('2024-06-01T02:00:00.000Z');
  await onCase('villageCadre', async (page) => {
    await give(page, '报告完工', async (dialog) => {
      await dialog.getByLabel('完工日期').fill('2024-05-30');
      await page.keyboard.press('Enter');
      await dialog.getByLabel(/^照片/).setInputFiles(photo('chicks'));
      await dialog.getByText('已记 1 张').waitFor();
    });
    await give(page, '填验收表', async (dialog) => {
      await dialog.getByRole('textbox', { name: '实际收入' }).fill('4300');
      await dialog.getByLabel(/^照片/).setInputFiles(photo('chicks grown'));
      await dialog.getByLabel(/^票据照片/).setInputFiles(photo('invoice'));
      await dialog.getByText('已记 1 张').nth(1).waitFor();
    });
    await signOfHousehold(page, '本户验收签字');
    await sign(page, '村级验收签字');
    await standsAt('progress.first-tranche-paid.village-signed');
  });
  await onCase('townCadre', (page) => sign(page, '同意验收').then(() => standsAt('accepted.payable')));
});

it('the rest and the reward are paid: to the fen what was accepted', async () => {
  await pay('第二次拨付', '1,350.00');
  await standsAt('fully-paid');
  const { accepted, firstPaidFen } = await seen();
  expect([accepted!.payableFen, accepted!.reward.rewardFen]).toEqual([150_000, 60_000]);
  expect([firstPaidFen, accepted!.secondFen]).toEqual([75_000, 75_000]);
});

it('its result hangs as well', async () => {
  await hang('result');
  office.setClock('2024-06-09T02:00:00.000Z');
  await takeDown('result');
  await standsAt('fully-paid');
});
