import { readFileSync } from 'node:fs';
import type { ImportReport, Problem } from '@yihu/api-contract';
import { HOUSEHOLD_COLUMNS, readRoster } from '@yihu/documents';
import { OTHER_VILLAGE, TOWN, YEAR } from './cast';
import { must, startOffice, type Answer, type Office } from './office';
import {
  csvOf,
  headersOf,
  HEAD,
  importRoster,
  openVillages,
  openWorkbook,
  pathOf,
  rosterRow,
  sendRoster,
  told,
} from './roster';

let office: Office;

beforeAll(async () => {
  office = await startOffice();
  await openVillages(office);
});
afterAll(() => office.close());

const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => rosterRow(first + index));

async function reportOf(importId: string): Promise<ImportReport> {
  return must(await office.get<ImportReport>('townCadre', `/api/households/imports/${importId}`));
}

/** Waits until an import has come so far. */
async function until(importId: string, isSo: (report: ImportReport) => boolean): Promise<ImportReport> {
  for (;;) {
    const reply = await office.get<ImportReport>('townCadre', `/api/households/imports/${importId}`);
    if (reply.status === 200 && isSo(reply.body)) return reply.body;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function countEvents(type: string): Promise<number> {
  const events = await office.server.store.readAll({ limit: 100_000 });
  return events.filter((event) => event.type === type).length;
}

describe('who may import', () => {
  it('nobody without a role that registers households, and they are told no word of the file', async () => {
    for (const by of ['finance', 'leader', 'bureau', 'supervisor', 'admin'] as const) {
      for (const path of ['/api/households/import', '/api/households/import-errors']) {
        const reply = await sendRoster<Problem>(office, csvOf(rowsFrom(1, 2)), { by, path });
        expect([by, reply.status, reply.body.refusals!.map(({ rule }) => rule)]).toEqual([
          by,
          403,
          ['role-held'],
        ]);
      }
    }
  });

  it('a village cadre for the own village, and no other', async () => {
    const rows = [rosterRow(2001), rosterRow(2002, { 村: '演示乙村' })];
    const refused = await importRoster(office, csvOf(rows), { by: 'villageCadre' });
    expect([refused.status, told(refused)]).toEqual(['refused', [[3, '村', 'in-territory']]]);
    expect(refused.problems[0]!.message).toContain(OTHER_VILLAGE);
    const done = await importRoster(office, csvOf(rows.slice(0, 1)), { by: 'villageCadre' });
    expect(done).toMatchObject({ status: 'done', registered: 1 });
  });

  it('whoever asks about another town learns nothing of whom it has', async () => {
    const known = await importRoster(office, csvOf([rosterRow(2001)]), { by: 'otherTownCadre' });
    const unknown = await importRoster(office, csvOf([rosterRow(2009)]), { by: 'otherTownCadre' });
    expect(told(known)).toEqual(told(unknown));
    expect([known.unchanged, known.differs]).toEqual([0, []]);
  });

  it('rows of other towns are counted and left alone, wrong as they may be', async () => {
    const elsewhere = { 镇: '统景镇', 村: '演示丙村', 身份证号: '1' };
    const rows = [rosterRow(2003), rosterRow(2004, elsewhere), rosterRow(2003, elsewhere)];
    const report = await importRoster(office, csvOf(rows), { query: { town: TOWN } });
    expect(report).toMatchObject({ status: 'done', rows: 1, registered: 1, otherTowns: 2, problems: [] });
  });

  it('the report is for whoever sent the file', async () => {
    const { importId } = await importRoster(office, csvOf([rosterRow(2001)]));
    expect(await reportOf(importId)).toMatchObject({ status: 'done', unchanged: 1 });
    expect((await office.get('finance', `/api/households/imports/${importId}`)).status).toBe(404);
  });

  it('the account is proposed by who imports, and designated by another person', async () => {
    const items = must(
      await office.get<{ items: { householdId: string; revision: number; householdCode: string }[] }>(
        'townCadre',
        `/api/households?text=HH2003`,
      ),
    ).items;
    const path = `/api/households/${items[0]!.householdId}/designate-account`;
    const reply = await office.post<Problem>('townCadre', path, {}, { ifMatch: items[0]!.revision });
    expect(reply.body.refusals!.map(({ rule }) => rule)).toEqual(['second-person']);
  });
});

describe('what is sent', () => {
  it.each<[string, number, () => Parameters<Office['send']>]>([
    ['without a key', 400, () => [pathOf({}), formWith(csvOf([]), { key: null })]],
    ['without a year', 400, () => ['/api/households/import', formWith(csvOf([]))]],
    [
      'for a year without a programme',
      404,
      () => [pathOf({ query: { year: '2031' } }), formWith(csvOf([rosterRow(1)]))],
    ],
    [
      'in an encoding that is none',
      400,
      () => [pathOf({ query: { encoding: 'latin1' } }), formWith(csvOf([]))],
    ],
    ['under another name', 400, () => [pathOf({}), formWith(csvOf([]), {}, 'file')]],
    [
      'as JSON',
      415,
      () => [
        pathOf({}),
        {
          method: 'POST',
          headers: { ...headersOf(office, {}), 'content-type': 'application/json' },
          body: '{}',
        },
      ],
    ],
    ['larger than ten megabytes', 413, () => [pathOf({}), formWith(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))]],
    ['much larger', 413, () => [pathOf({}), formWith(Buffer.alloc(11 * 1024 * 1024, 'a'))]],
    ['to a route that takes no files', 415, () => ['/api/households/register', formWith(csvOf([]))]],
  ])('a roster %s is answered %d', async (_what, status, request) => {
    const reply = await office.send<Problem>(...request());
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
  });

  function formWith(
    bytes: Buffer,
    sending: Parameters<typeof headersOf>[1] = {},
    field = 'roster',
  ): RequestInit {
    const body = new FormData();
    body.append(field, new Blob([new Uint8Array(bytes)]), '名册.csv');
    return { method: 'POST', headers: headersOf(office, sending), body };
  }
});

it('IMP-08: whoever is cut off and sends the file again meets the one import, and each row is there once', async () => {
  const roster = csvOf(rowsFrom(1, 1015));
  const before = await countEvents('HouseholdRegistered');
  const { importId } = await importRoster(office, roster, { query: { dryRun: 'true' } });
  const cut = new AbortController();
  const first = sendRoster(office, roster, { signal: cut.signal }).catch((error: Error) => error.name);
  await until(importId, ({ progress }) => progress.done >= 500);
  cut.abort();
  const again = await importRoster(office, roster);
  expect(await first).toBe('AbortError');
  expect(again).toMatchObject({ importId, status: 'running', progress: { all: 1015 } });
  const ended = await until(importId, ({ status }) => status === 'done');
  expect(ended).toMatchObject({ registered: 1015, problems: [], progress: { done: 1015, all: 1015 } });
  expect((await countEvents('HouseholdRegistered')) - before).toBe(1015);
  expect(await importRoster(office, roster)).toMatchObject({ importId, registered: 0, unchanged: 1015 });
}, 180_000);

it('a row that is taken by somebody else meanwhile is told, the rest is written, and nothing is written twice', async () => {
  const rows = rowsFrom(3001, 600);
  const roster = csvOf(rows);
  const { importId } = await importRoster(office, roster, { query: { dryRun: 'true' } });
  const importing = importRoster(office, roster);
  await until(importId, ({ status, progress }) => status === 'running' && progress.done > 0);
  const last = rosterRow(3600);
  const registering = {
    year: YEAR,
    householdCode: 'HH9999',
    name: last[3],
    identity: last[7],
    phone: last[6],
    memberCount: 3,
    householdClass: 'out-of-poverty',
    village: `${TOWN}v01`,
    listedOn: '2024-01-01',
  };
  must(await office.post<Answer>('townCadre', '/api/households/register', registering));
  const report = await importing;
  expect(report).toMatchObject({ status: 'done', registered: 599, progress: { done: 600, all: 600 } });
  expect(told(report)).toEqual([[601, undefined, 'identity-unique']]);
  expect(await importRoster(office, roster)).toMatchObject({
    registered: 0,
    unchanged: 599,
    differs: [{ row: 601, householdCode: 'HH3600', columns: ['户编号'] }],
  });
}, 180_000);

it('an import that ended between a household and its account is finished by the same file', async () => {
  const withoutAccount = HEAD.map((title) => (/账/.test(title) ? '' : rosterRow(4001)[HEAD.indexOf(title)]!));
  expect(await importRoster(office, csvOf([withoutAccount]))).toMatchObject({ registered: 1 });
  const before = await countEvents('AccountProposed');
  expect(await importRoster(office, csvOf([rosterRow(4001)]))).toMatchObject({ registered: 1, unchanged: 0 });
  expect((await countEvents('AccountProposed')) - before).toBe(1);
  expect(await importRoster(office, csvOf([rosterRow(4001)]))).toMatchObject({ registered: 0, unchanged: 1 });
});

it('the template offers the programme’s towns and villages, and is itself a roster without households', async () => {
  const response = await fetch(`${office.server.url}/api/households/import-template.xlsx?year=${YEAR}`, {
    headers: headersOf(office, {}),
  });
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('名册模板.xlsx'));
  const bytes = await response.arrayBuffer();
  const options = (await openWorkbook(bytes)).getWorksheet('选项')!;
  expect(options.getColumn(2).values.slice(1)).toEqual(['演示甲村', '演示乙村', '演示丙村']);
  const roster = await readRoster(Buffer.from(bytes), { columns: HOUSEHOLD_COLUMNS });
  expect([roster.rows, roster.problems]).toEqual([[], []]);
});

it('the demo’s workbook and its text hold the same rows', async () => {
  const read = async (name: string) => {
    const bytes = readFileSync(`apps/api/demo/yubei-2024/${name}`);
    const { rows, problems } = await readRoster(bytes, { columns: HOUSEHOLD_COLUMNS });
    const texts = rows.map(({ row, cells }) => [
      row,
      ...Object.entries(cells).map(([key, cell]) => [key, cell!.text]),
    ]);
    return { texts, problems };
  };
  const [workbook, text] = [await read('households.xlsx'), await read('households.csv')];
  expect(workbook).toEqual(text);
  expect([text.texts.length, text.problems]).toEqual([1015, []]);
});

it('what a roster holds stands nowhere in the log', () => {
  const log = JSON.stringify(office.log);
  for (const clear of ['演示户2001', rosterRow(2001)[7]!, '名册', '0000000000000002001'])
    expect(log).not.toContain(clear);
});
