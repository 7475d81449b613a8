import { HOUSEHOLD_COLUMNS } from './columns';
import { FILE_BYTES_MAX } from './limits';
import { readRoster } from './read-roster';
import { workbookOfRows } from './testing/files';
import { rowMarkup, workbookParts, zipOf } from './testing/zip';

const HEAD = ['镇', '村', '姓名', '身份证号'];
const good = workbookParts(rowMarkup(1, HEAD) + rowMarkup(2, ['茨竹镇', '演示甲村', '演示一', '1']));

const read = (bytes: Buffer) => readRoster(bytes, { columns: HOUSEHOLD_COLUMNS });

it('the workbook that the others are made from is read', async () => {
  expect((await read(zipOf(good))).rows).toHaveLength(1);
});

it.each<[string, string, () => Buffer | Promise<Buffer>]>([
  ['nothing at all', 'file-empty', () => Buffer.alloc(0)],
  ['eleven megabytes', 'file-too-large', () => Buffer.alloc(FILE_BYTES_MAX + 1, 'a,')],
  ['an old or locked workbook', 'workbook-old-or-locked', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['half a workbook', 'workbook-damaged', () => zipOf(good).subarray(0, 400)],
  ['a zip file of something else', 'workbook-damaged', () => zipOf({ 'a.txt': 'a' })],
  ['markup that ends nowhere', 'workbook-damaged', () => zipOf({ ...good, 'xl/workbook.xml': '<workbook' })],
  ['a sheet that is none', 'header-missing', () => zipOf({ ...good, 'xl/worksheets/sheet1.xml': 'x' })],
  ['macros', 'workbook-unsafe', () => zipOf({ ...good, 'xl/vbaProject.bin': 'x' })],
  ['links to other files', 'workbook-unsafe', () => zipOf({ ...good, 'xl/externalLinks/1.xml': 'x' })],
  [
    'entities that swell',
    'workbook-unsafe',
    () =>
      zipOf({
        ...good,
        'xl/styles.xml': `<?xml version="1.0"?>${' '.repeat(70_000)}<!DOCTYPE a [<!ENTITY b "c">]>`,
      }),
  ],
  [
    'a sheet that swells a thousandfold',
    'workbook-too-large',
    () => zipOf({ ...good, 'xl/worksheets/sheet1.xml': Buffer.alloc(20_000_000, 'a') }),
  ],
  [
    'more parts than a workbook has',
    'workbook-too-large',
    () => zipOf(Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`${index}.xml`, 'x']))),
  ],
  [
    'a cell far to the right',
    'too-many-columns',
    () =>
      zipOf(
        workbookParts(
          `${rowMarkup(1, HEAD)}<row r="2"><c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row>`,
        ),
      ),
  ],
  [
    'more rows than are taken',
    'too-many-rows',
    () => Buffer.from(['镇,村,姓名', ...Array.from({ length: 20_001 }, () => 'a,b,c')].join('\n')),
  ],
  ['no titles', 'header-missing', () => workbookOfRows([['a', 'b', 'c']])],
  ['a picture', 'text-unreadable', () => Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['a quote that is not closed', 'text-broken', () => Buffer.from('镇,村,姓名\na,"b,c\nd,e,f\n')],
])('%s: %s', async (_what, code, bytes) => {
  await expect(read(await bytes())).rejects.toMatchObject({ name: 'RosterUnreadable', code });
});

it('a cell in the last row of all is a row, and its number is the sheet’s', async () => {
  const rows = rowMarkup(1, HEAD) + rowMarkup(1_048_576, ['茨竹镇', '演示甲村', '演示一', '1']);
  const { rows: read1 } = await read(zipOf(workbookParts(rows)));
  expect(read1.map(({ row }) => row)).toEqual([1_048_576]);
});

it('a text that breaks off is told from its row on', async () => {
  const broken = Buffer.from('镇,村,姓名\na,b,c\nd,"e,f\ng,h,i\n');
  await expect(read(broken)).rejects.toMatchObject({ row: 3, detail: { line: 3 } });
});
