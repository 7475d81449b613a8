import type { NoticeView } from '@yihu/api-contract';
import type { Browser, Page } from 'playwright-core';
import { TOWN, VILLAGE, YEAR, type Person } from '../http/cast';
import { must, startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';
import { addNoticePhoto, give } from './clicks';
import { fitsItsWidth, NARROW, openDesk, pressGrey, seriousFindings, shoot, WIDE } from './desk';
import { drawSheet, openSmallTown, planOf, sealSheet, signAsTown, toVillageSigned } from './small-town';
import { builtWeb } from './web';

const NOTICE = `${YEAR}-${VILLAGE}-plan`;
const ADDRESS = `/notices?unit=${VILLAGE}&kind=plan`;

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await startOffice({ webFolder: builtWeb() });
  const cases = await openSmallTown(office, 3);
  for (const caseId of cases) await toVillageSigned(office, caseId, planOf(40));
  for (const caseId of cases) await signAsTown(office, caseId);
  await sealSheet(office, await drawSheet(office, cases));
  office.setClock('2024-03-10T02:00:00.000Z');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

const notice = async () => must(await office.get<NoticeView>('townCadre', `/api/notices/${NOTICE}`));

/** Opens the notice as somebody, does something, and leaves; the page has nothing to complain of. */
async function as(
  person: Person,
  doIt: (page: Page) => Promise<void>,
  size: Parameters<typeof openDesk>[3] = WIDE,
  address = ADDRESS,
) {
  const { page, complaints } = await openDesk(browser, office, person, size);
  await page.goto(`${office.server.url}${address}`);
  await page.getByRole('heading', { level: 1, name: /公示/ }).waitFor();
  await doIt(page);
  expect(complaints).toEqual([]);
  await page.close();
}

it('the village hangs its plans, and the sheet names nobody in full (R32)', async () => {
  await as('villageCadre', async (page) => {
    await give(page, '张贴公示', async (dialog) => {
      expect(await dialog.getByRole('checkbox').count()).toBe(3);
      await dialog.getByRole('checkbox', { name: '演示户3' }).uncheck();
      await dialog.getByRole('textbox', { name: '张贴地点' }).fill('村委会公示栏');
      expect(await seriousFindings(page)).toEqual([]);
      await shoot(page, 'notice-post-1440');
    });
    const paper = page.getByRole('region', { name: '到户到人扶持资金预算公示' });
    await paper.getByText('地点：村委会公示栏').waitFor();
    const said = (await paper.textContent())!;
    expect(said).toContain('2024年3月11日至2024年3月17日，共 7 天，张贴当天不算');
    expect(said).toContain('（盖章）');
    expect(said).toContain('演***');
    expect(said).not.toContain('演示户');
    expect(await paper.getByRole('row').count()).toBe(4);
  });
  const [posting] = (await notice()).postings;
  expect(posting).toMatchObject({ place: '村委会公示栏', postedOn: '2024-03-10', status: 'hanging' });
  expect(posting!.entries).toHaveLength(2);
});

it('before its days are over a notice is not complete, and says why', async () => {
  office.setClock('2024-03-13T02:00:00.000Z');
  await as('villageCadre', async (page) => {
    await addNoticePhoto(page, /开始照片/, 'the first day');
    await page.getByText('公示中 3/7 天').first().waitFor();
    await pressGrey(page.getByRole('button', { name: '公示期满', exact: true }));
    const reasons = page.getByRole('dialog', { name: '现在不能公示期满' });
    await reasons.waitFor();
    expect(await reasons.textContent()).toContain('notice-days');
    expect(await seriousFindings(page)).toEqual([]);
    await shoot(page, 'notice-refused-1440');
  });
  expect((await notice()).postings[0]!.status).toBe('hanging');
});

it('hung for its days and photographed it is complete; its photos go to the bureau (R33)', async () => {
  office.setClock('2024-03-18T02:00:00.000Z');
  await as('villageCadre', async (page) => {
    await addNoticePhoto(page, /期满照片/, 'the last day');
    await give(page, '公示期满', async (dialog) => dialog.getByText('2024-03-17 满 7 天').waitFor());
    await page.getByText('7 天，共 7 天').waitFor();
  });
  await as('townCadre', (page) => give(page, '报公示照片'));
  await as('bureau', (page) =>
    give(page, '收公示照片', (dialog) => dialog.getByRole('textbox', { name: '回执号' }).fill('渝北照1')),
  );
  const { postings, photosFiled, photosReceived } = await notice();
  expect([postings[0]!.status, photosFiled, photosReceived]).toEqual(['complete', true, true]);
});

it('what was left out is hung next, and taken down too early it does not count', async () => {
  await as('villageCadre', async (page) => {
    await give(page, '张贴公示', async (dialog) => {
      expect(await dialog.getByRole('checkbox').count()).toBe(1);
      expect(await dialog.getByRole('textbox', { name: '张贴地点' }).inputValue()).toBe('村委会公示栏');
    });
    await give(page, '登记中断', async (dialog) => dialog.getByText('第 2 次张贴').waitFor());
    await page.getByText('中断，不算数').waitFor();
    await page.getByRole('button', { name: /第 1 次/ }).click();
    await page.getByText('7 天，共 7 天').waitFor();
  });
  expect((await notice()).postings.map(({ status }) => status)).toEqual(['complete', 'interrupted']);
});

describe.each([
  ['a wide desk', WIDE],
  ['a narrow one', NARROW],
])('on %s', (_where, size) => {
  it.each([
    ['the list of a town', `/notices?unit=${TOWN}`, 'nav a[href*="kind=plan"]'],
    ['a notice', ADDRESS, 'article'],
  ])('axe finds nothing serious on %s, and nothing is cut', async (what, address, there) => {
    await as(
      'townCadre',
      async (page) => {
        await page.locator(there).first().waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await fitsItsWidth(page)).toBe(true);
        await shoot(page, `${what.replaceAll(' ', '-')}-${size.width}`);
      },
      size,
      address,
    );
  });
});
