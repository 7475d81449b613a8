import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '@yihu/api-contract';
import excel from 'exceljs';
import { OTHER_TOWN, OTHER_VILLAGE, TOWN, VILLAGE, YEAR, type Person } from './cast';
import { must, type Answer, type Office, type Reply } from './office';
import { definition } from './steps';

const CASE_FILES = 'libs/documents/src/roster/testing/files';

/** A roster as it came from the field. */
export function caseFile(name: string): Buffer {
  return readFileSync(join(CASE_FILES, name));
}

/** A programme that names the villages of the case files, with quota for two towns. */
export async function openVillages(office: Office): Promise<void> {
  const villages = [
    { code: VILLAGE, name: '演示甲村', kind: 'village' },
    { code: OTHER_VILLAGE, name: '演示乙村', kind: 'village' },
    { code: `${OTHER_TOWN}v01`, name: '演示丙村', kind: 'village' },
  ];
  const units = [...definition.units, ...villages];
  let { revision } = must(
    await office.post<Answer>('bureau', '/api/programmes/open', { ...definition, units }),
  );
  for (const unit of [TOWN, OTHER_TOWN]) {
    const allotment = { unit, households: 2, quotaFen: 600_000 };
    const path = `/api/programmes/${YEAR}/allot-town`;
    ({ revision } = must(await office.post<Answer>('bureau', path, allotment, { ifMatch: revision })));
  }
}

export interface Sending {
  readonly by?: Person;
  readonly fileName?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly key?: string | null;
  readonly signal?: AbortSignal;
  readonly language?: string;
}

/** Sends a roster as a browser's form does. */
export function sendRoster<Body = ImportReport>(
  office: Office,
  bytes: Buffer,
  sending: Sending = {},
): Promise<Reply<Body>> {
  const form = new FormData();
  form.append('roster', new Blob([new Uint8Array(bytes)]), sending.fileName ?? '名册.csv');
  return office.send(pathOf(sending), {
    method: 'POST',
    headers: headersOf(office, sending),
    body: form,
    ...(sending.signal && { signal: sending.signal }),
  });
}

/** The report of an import that could be read. */
export async function importRoster(
  office: Office,
  bytes: Buffer,
  sending: Sending = {},
): Promise<ImportReport> {
  return must(await sendRoster(office, bytes, sending));
}

export function pathOf({ path = '/api/households/import', query = {} }: Sending): string {
  return `${path}?${new URLSearchParams({ year: String(YEAR), ...query }).toString()}`;
}

export function headersOf(office: Office, sending: Sending): Record<string, string> {
  const { by = 'townCadre', key, language } = sending;
  return {
    authorization: `Bearer ${office.tokenOf(by)}`,
    ...(key !== null && { 'idempotency-key': key ?? randomUUID() }),
    ...(language !== undefined && { 'accept-language': language }),
  };
}

/** Row, column and code of each problem. */
export function told({ problems }: ImportReport, but: readonly string[] = []) {
  return problems
    .filter(({ code }) => !but.includes(code))
    .map(({ row, column, code }) => [row, column, code]);
}

export const HEAD = [
  '户编号',
  '镇',
  '村',
  '姓名',
  '人员类别',
  '家庭人口',
  '联系电话',
  '身份证号',
  '开户行',
  '银行账号',
  '账户持有人关系',
];

/** A row of a roster in the order of the titles above; every number is made from its place, and is nobody's. */
export function rosterRow(number: number, changes: Readonly<Record<string, string>> = {}): readonly string[] {
  const row: Record<string, string> = {
    户编号: `HH${String(number).padStart(4, '0')}`,
    镇: '茨竹镇',
    村: '演示甲村',
    姓名: `演示户${number}`,
    人员类别: '脱贫户',
    家庭人口: '3',
    联系电话: `1000000${String(number).padStart(4, '0')}`,
    身份证号: identityOf(number),
    开户行: '演示银行',
    银行账号: `000000${String(number).padStart(13, '0')}`,
    账户持有人关系: '户主',
    ...changes,
  };
  return HEAD.map((title) => row[title] ?? '');
}

export function csvOf(rows: readonly (readonly string[])[], head: readonly string[] = HEAD): Buffer {
  return Buffer.from([head, ...rows].map((row) => row.join(',')).join('\n'));
}

export async function workbookOf(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('名册').addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function openWorkbook(bytes: ArrayBuffer) {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** As many identity numbers as a roster needs, of the region that does not exist. */
export function identityOf(number: number): string {
  const born = 1950 + Math.floor(number / 900);
  const digits = `999999${born}0101${String(number % 900).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}
