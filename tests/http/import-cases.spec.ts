import { LANGUAGES, languageFile, type ImportReport } from '@yihu/api-contract';
import { ROSTER_PROBLEMS } from '@yihu/documents';
import { IMPORT_CODES } from '../../apps/api/src/households/import-told';
import { YEAR } from './cast';
import { must, startOffice, type Office } from './office';
import {
  caseFile,
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
  workbookOf,
} from './roster';

let office: Office;

async function openOffice(): Promise<void> {
  office = await startOffice();
  await openVillages(office);
}

/** The case files have no codes and no banks; both are told, and are not what they are about. */
const NOTICES = ['bank-missing', 'code-given'];

async function households(): Promise<
  readonly { householdCode: string; accountState: string; revision: number }[]
> {
  const path = `/api/households?year=${YEAR}&limit=200`;
  return must(await office.get<{ items: never[] }>('townCadre', path)).items;
}

describe('a roster that is refused writes nothing', () => {
  let before: number;

  beforeAll(async () => {
    await openOffice();
    before = await office.eventCount();
  });
  afterAll(() => office.close());
  afterEach(async () => expect(await office.eventCount()).toBe(before));

  it('IMP-01: damaged numbers are refused by their cells, and then no row is written', async () => {
    const report = await importRoster(office, caseFile('IMP-01_scientific.csv'));
    expect([report.status, report.registered, report.rows]).toEqual(['refused', 0, 3]);
    expect(told(report, NOTICES)).toEqual([
      [2, '身份证号', 'number-damaged'],
      [3, '联系电话', 'number-damaged'],
      [3, '银行账号', 'number-damaged'],
    ]);
    expect(report.problems[0]).toMatchObject({ weight: 'notice', row: 1 });
    expect(report.problems[1]!.message).toContain('文本格式的模板');
  });

  it('IMP-11: two rows of one person stop the file, both are named, and a space in a name is told', async () => {
    const report = await importRoster(office, caseFile('IMP-11_invisible.csv'));
    expect([report.status, report.registered]).toEqual(['refused', 0]);
    expect(told(report, NOTICES)).toEqual([
      [2, '身份证号', 'same-person'],
      [2, '银行账号', 'same-account'],
      [3, '姓名', 'inner-space'],
      [4, '身份证号', 'same-person'],
      [4, '银行账号', 'same-account'],
    ]);
  });

  it('IMP-18, NAM-01: three spellings of one identity number are refused together', async () => {
    const report = await importRoster(office, caseFile('NAM-01_lower-x.csv'));
    expect([report.status, report.registered]).toEqual(['refused', 0]);
    const twins = report.problems.filter(({ code }) => code === 'same-person');
    expect(twins.map(({ row, message }) => [row, message])).toEqual(
      [2, 3, 4].map((row) => [row, '第 2、3、4 行是同一个身份证号。']),
    );
    expect(JSON.stringify(report.problems)).not.toMatch(/\d{12}/);
  });

  it('NAM-03: half a character is refused before anything is written', async () => {
    const report = await importRoster(office, await workbookOf([HEAD, rosterRow(1, { 姓名: '演_xD840_' })]));
    expect(told(report)).toEqual([[2, '姓名', 'plain-text']]);
  });

  it('APR-07: a column that would move a stage is refused by its name, and nothing is written', async () => {
    const withStage = csvOf([[...rosterRow(1), '已验收']], [...HEAD, '状态']);
    const report = await importRoster(office, withStage);
    expect(report.status).toBe('refused');
    expect(told(report)).toEqual([[1, '状态', 'column-unknown']]);
  });

  it('with one row wrong writes none, and tells every row that is', async () => {
    const report = await importRoster(
      office,
      csvOf([
        rosterRow(1),
        rosterRow(2, { 村: '没有村' }),
        rosterRow(3, { 镇: '没有镇' }),
        rosterRow(4, { 账户持有人关系: '其他人' }),
        rosterRow(5, { 家庭人口: '99', 银行账号: '12' }),
        rosterRow(6, { 镇: '统景镇', 村: '演示丙村' }),
      ]),
      { language: 'en' },
    );
    expect([report.status, report.registered]).toEqual(['refused', 0]);
    expect(told(report)).toEqual([
      [3, '村', 'village-unknown'],
      [4, '镇', 'town-unknown'],
      [5, '账户持有人关系', 'holder-in-household'],
      [6, '家庭人口', 'whole-number'],
      [6, '银行账号', 'account'],
      [7, '村', 'in-territory'],
    ]);
    expect(report.problems[0]!.message).toBe(
      'The programme has no such village: check its name or give its code.',
    );
  });

  it('is known by codes of its town and village, which must be those of their names', async () => {
    const head = [...HEAD, '镇代码', '村代码'];
    const coded = (number: number, town: string, village: string) => [...rosterRow(number), town, village];
    const rows = [
      coded(1, '500112140', '500112140v01'),
      coded(2, '500112133', '500112133v01'),
      coded(3, '500112140', '500112140v02'),
      coded(4, '500112140', '500112133v01'),
    ];
    const report = await importRoster(office, csvOf(rows, head));
    expect(told(report)).toEqual([
      [3, '镇', 'unit-name-differs'],
      [4, '村', 'unit-name-differs'],
      [5, '村代码', 'village-elsewhere'],
    ]);
  });

  it('gives its words for everything it can say', () => {
    for (const language of LANGUAGES) {
      const { imports } = languageFile(language);
      const codes = [
        ...ROSTER_PROBLEMS,
        ...IMPORT_CODES,
        ...['title', 'example', 'total', 'note'].map((why) => `skipped-${why}`),
      ];
      expect(Object.keys(imports).sort()).toEqual(codes.sort());
    }
  });

  it('IMP-05: the name of the file is told as it was typed, by a browser and by curl', async () => {
    const name = '2024年茨竹镇名册（终稿）.csv';
    const query = { dryRun: 'true' };
    const bytes = caseFile('IMP-04_utf8.csv');
    const byBrowser = await importRoster(office, bytes, { fileName: name, query });
    const part = `Content-Disposition: form-data; name="roster"; filename="${name}"\r\nContent-Type: text/csv`;
    const body = Buffer.concat([Buffer.from(`--x\r\n${part}\r\n\r\n`), bytes, Buffer.from('\r\n--x--\r\n')]);
    const headers = { ...headersOf(office, {}), 'content-type': 'multipart/form-data; boundary=x' };
    const byCurl = await office.send<ImportReport>(pathOf({ query }), { method: 'POST', headers, body });
    expect([byBrowser.fileName, must(byCurl).fileName]).toEqual([name, name]);
    expect(JSON.stringify(office.log)).not.toContain('终稿');
  });

  it('a roster that cannot be read is told as one, and has no file of errors', async () => {
    const report = await importRoster(office, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(report).toMatchObject({ status: 'refused', format: 'xlsx', rows: 0 });
    expect(told(report)).toEqual([[0, undefined, 'workbook-old-or-locked']]);
    const path = '/api/households/import-errors';
    expect((await sendRoster(office, Buffer.from('x'), { path })).status).toBe(400);
  });
});

describe('a roster that is written', () => {
  beforeEach(openOffice);
  afterEach(() => office.close());

  it('IMP-04: the four ways of writing a text are the same two households', async () => {
    const files = ['IMP-04_gbk.csv', 'IMP-04_utf8.csv', 'IMP-04_utf8bom.csv', 'IMP-04_utf16le.txt'];
    const reports = [];
    for (const name of files) reports.push(await importRoster(office, caseFile(name)));
    expect(reports.map(({ encoding }) => encoding)).toEqual(['gb18030', 'utf-8', 'utf-8', 'utf-16le']);
    expect(reports.map(({ preview }) => preview[0]!['姓名'])).toEqual(Array(4).fill('演示一'));
    expect(reports.map(({ registered, unchanged }) => [registered, unchanged])).toEqual([
      [2, 0],
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
    const overruled = await importRoster(office, caseFile('IMP-04_gbk.csv'), {
      query: { encoding: 'utf-8' },
    });
    expect(told(overruled)).toEqual([[0, undefined, 'text-unreadable']]);
  });

  it('IMP-17: the file of errors is corrected and sent as it is, and only what was wrong acts', async () => {
    const rows = [rosterRow(1), rosterRow(2)];
    await importRoster(office, csvOf(rows));
    const wrong = await workbookOf([
      ['2024年名册'],
      HEAD,
      ...rows,
      rosterRow(3, { 身份证号: '999999197001010018' }),
    ]);
    const refused = await importRoster(office, wrong, { fileName: '名册.xlsx' });
    expect(told(refused)).toEqual([[5, '身份证号', 'identity']]);
    const path = '/api/households/import-errors';
    const response = await fetch(`${office.server.url}${pathOf({ path })}`, {
      method: 'POST',
      headers: headersOf(office, {}),
      body: formOf(wrong, '茨竹.xlsx'),
    });
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('茨竹-错误.xlsx'));
    const workbook = await openWorkbook(await response.arrayBuffer());
    const sheet = workbook.worksheets[0]!;
    expect(String(sheet.getCell(5, HEAD.length + 1).value)).toContain('不是有效的身份证号');
    sheet.getCell(5, HEAD.indexOf('身份证号') + 1).value = rosterRow(3)[HEAD.indexOf('身份证号')]!;
    const corrected = await importRoster(office, Buffer.from(await workbook.xlsx.writeBuffer()), {
      fileName: '茨竹-错误.xlsx',
    });
    expect(corrected).toMatchObject({ status: 'done', registered: 1, unchanged: 2, problems: [] });
  });

  it('IMP-19: a known household is left as it is, and the columns that differ are named', async () => {
    await importRoster(office, csvOf([rosterRow(1), rosterRow(2), rosterRow(3)]));
    const before = await office.eventCount();
    const report = await importRoster(
      office,
      csvOf([
        rosterRow(1, { 银行账号: '0000009999999999999', 联系电话: '+86 10000000001' }),
        rosterRow(2, { 姓名: '演示改', 家庭人口: '5', 户编号: 'HH0099' }),
        rosterRow(3, { 身份证号: rosterRow(4)[7]! }),
      ]),
    );
    expect(report).toMatchObject({ status: 'done', registered: 0, unchanged: 0, problems: [] });
    expect(report.differs).toEqual([
      { row: 2, householdCode: 'HH0001', columns: ['银行账号'] },
      { row: 3, householdCode: 'HH0099', columns: ['户编号', '姓名', '家庭人口'] },
      { row: 4, householdCode: 'HH0003', columns: ['身份证号'] },
    ]);
    expect(await office.eventCount()).toBe(before);
  });

  it('NAM-02: names with any dot are registered, and come back as they were written', async () => {
    const report = await importRoster(office, caseFile('NAM-02_interpunct.csv'));
    expect(report).toMatchObject({ status: 'done', registered: 6 });
    expect(told(report, NOTICES)).toEqual([
      [5, '姓名', 'full-stop-in-name'],
      [7, '姓名', 'full-stop-in-name'],
    ]);
    expect(await importRoster(office, caseFile('NAM-02_interpunct.csv'))).toMatchObject({
      unchanged: 6,
      differs: [],
    });
    // Another dot is the same name.
    const otherDot = caseFile('NAM-02_interpunct.csv').toString('utf8').replaceAll('·', '•');
    expect(await importRoster(office, Buffer.from(otherDot))).toMatchObject({ unchanged: 6, differs: [] });
  });

  it('NAM-04: radicals out of a PDF are the town and the person that they look like', async () => {
    const copied = rosterRow(1, { 镇: '茨⽵镇', 姓名: '⾼演示' });
    const report = await importRoster(office, csvOf([copied]));
    expect(report).toMatchObject({ status: 'done', registered: 1 });
    expect(told(report)).toEqual([
      [2, '镇', 'characters-folded'],
      [2, '姓名', 'characters-folded'],
    ]);
    expect(await importRoster(office, csvOf([rosterRow(1, { 姓名: '高演示' })]))).toMatchObject({
      unchanged: 1,
    });
  });

  it('NAM-05: namesakes are two households', async () => {
    const report = await importRoster(office, caseFile('NAM-05_same-name.csv'));
    expect(report).toMatchObject({ status: 'done', registered: 2 });
    expect((await households()).map(({ householdCode }) => householdCode)).toEqual(['HH0001', 'HH0002']);
  });

  it('is told by a dry run, then written whole with its accounts, and is done when it comes again', async () => {
    const roster = csvOf([rosterRow(1), rosterRow(2), rosterRow(3)]);
    const before = await office.eventCount();
    const checked = await importRoster(office, roster, { query: { dryRun: 'true' } });
    expect(checked).toMatchObject({
      status: 'checked',
      rows: 3,
      registered: 0,
      progress: { done: 0, all: 3 },
    });
    expect(checked.preview[0]).toMatchObject({
      姓名: '演示户1',
      身份证号: expect.stringMatching(/^\*{14}\d{3}[\dX]$/),
    });
    expect(await office.eventCount()).toBe(before);
    const done = await importRoster(office, roster);
    expect(done).toMatchObject({
      status: 'done',
      registered: 3,
      unchanged: 0,
      progress: { done: 3, all: 3 },
    });
    expect(done.importId).toBe(checked.importId);
    expect((await households()).map(({ accountState }) => accountState)).toEqual(Array(3).fill('proposed'));
    const after = await office.eventCount();
    expect(await importRoster(office, roster)).toMatchObject({ status: 'done', registered: 0, unchanged: 3 });
    expect(await office.eventCount()).toBe(after);
  });

  it('of a workbook and of a text with the same rows is the same', async () => {
    const rows = [rosterRow(1), rosterRow(2)];
    const workbook = await workbookOf([HEAD, ...rows.map((row) => [...row.slice(0, 5), 3, ...row.slice(6)])]);
    expect(await importRoster(office, workbook)).toMatchObject({
      format: 'xlsx',
      sheet: '名册',
      registered: 2,
    });
    expect(await importRoster(office, csvOf(rows))).toMatchObject({
      format: 'csv',
      registered: 0,
      unchanged: 2,
    });
  });
});

function formOf(bytes: Buffer, name: string): FormData {
  const form = new FormData();
  form.append('roster', new Blob([new Uint8Array(bytes)]), name);
  return form;
}
