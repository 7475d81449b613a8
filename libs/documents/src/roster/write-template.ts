import type { Worksheet } from 'exceljs';
import { HOUSEHOLD_COLUMNS, type HouseholdColumnKey } from './columns';
import { ROWS_MAX } from './limits';
import { CLASS_TITLES } from './read-household';
import { columnLetters } from './sheet';
import { filledWith, TEXT_FORMAT, YELLOW } from './write-styles';

/** A town or village that the template offers by its name. */
export interface TemplateUnit {
  readonly name: string;
  readonly kind: 'town' | 'street' | 'village';
}

const OPTIONS_SHEET = '选项';
const FIRST_ROW = 4;
/** Rows that offer their choices; more can be filled in without them. */
const OFFERED_ROWS = 2_000;
const GREY = 'FF999999';
const WIDTH = 18;

const REQUIRED: readonly HouseholdColumnKey[] = [
  'householdCode',
  'townName',
  'villageName',
  'name',
  'householdClass',
  'memberCount',
  'phone',
  'identity',
];

const NOTES: Readonly<Partial<Record<HouseholdColumnKey, string>>> = {
  townCode: '可不填，按镇名查找',
  villageCode: '可不填，按村名查找',
  identity: '18 位，文本格式；末位 X 大小写均可',
  phone: '文本格式',
  account: '文本格式，保留前面的 0',
  bank: '填写银行账号时必须填写',
  holderRelation: '户主或家庭成员，不填为户主',
  listedOn: '如 2024-01-01，不填为当年 1 月 1 日',
};

const EXAMPLE: Readonly<Record<HouseholdColumnKey, string>> = {
  householdCode: '示例',
  townCode: '999999001',
  townName: '（示例）某镇',
  villageCode: '999999001v01',
  villageName: '某村',
  name: '张三（示例）',
  householdClass: '脱贫户',
  memberCount: '3',
  phone: '10000000000',
  identity: '999999197001010017',
  bank: '某银行某支行',
  account: '0000000000000000000',
  holderRelation: '户主',
  listedOn: '2024-01-01',
};

/** An empty roster to fill in: rules, titles, an example that is passed over, and choices from a hidden sheet. */
export async function writeTemplate(units: readonly TemplateUnit[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  // The same template is the same bytes.
  workbook.created = workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet('名册', { views: [{ state: 'frozen', ySplit: FIRST_ROW - 1 }] });
  writeHead(sheet);
  const options = workbook.addWorksheet(OPTIONS_SHEET, { state: 'hidden' });
  for (const [index, { key, values }] of choicesOf(units).entries())
    offer(sheet, options, index, key, values);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeHead(sheet: Worksheet): void {
  sheet.mergeCells(1, 1, 1, HOUSEHOLD_COLUMNS.length);
  const rules = sheet.getCell(1, 1);
  rules.value =
    `到户到人扶持对象名册。带 * 的栏必填；号码各栏为文本格式；灰色示例行不导入；` +
    `一次最多 ${ROWS_MAX} 行；有一行不对则全部不导入。`;
  rules.alignment = { wrapText: true, vertical: 'middle' };
  sheet.getRow(1).height = 36;
  for (const [index, { key, title }] of HOUSEHOLD_COLUMNS.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = WIDTH;
    column.numFmt = TEXT_FORMAT;
    const isRequired = REQUIRED.includes(key);
    const head = sheet.getCell(2, index + 1);
    head.value = isRequired ? `${title}*` : title;
    head.font = { bold: true };
    if (isRequired) head.fill = filledWith(YELLOW);
    const note = NOTES[key];
    if (note !== undefined) head.note = note;
    const example = sheet.getCell(3, index + 1);
    example.value = EXAMPLE[key];
    example.font = { color: { argb: GREY }, italic: true };
  }
}

function choicesOf(units: readonly TemplateUnit[]): readonly Choice[] {
  const named = (isVillage: boolean) => [
    ...new Set(units.filter(({ kind }) => (kind === 'village') === isVillage).map(({ name }) => name)),
  ];
  const choices: readonly Choice[] = [
    { key: 'townName', values: named(false) },
    { key: 'villageName', values: named(true) },
    { key: 'householdClass', values: Object.keys(CLASS_TITLES) },
    { key: 'holderRelation', values: ['户主', '家庭成员'] },
  ];
  return choices.filter(({ values }) => values.length > 0);
}

interface Choice {
  readonly key: HouseholdColumnKey;
  readonly values: readonly string[];
}

function offer(
  sheet: Worksheet,
  options: Worksheet,
  index: number,
  key: HouseholdColumnKey,
  values: readonly string[],
): void {
  for (const [place, value] of values.entries()) options.getCell(place + 1, index + 1).value = value;
  const letters = columnLetters(index);
  const column = HOUSEHOLD_COLUMNS.findIndex((each) => each.key === key) + 1;
  const validation = {
    type: 'list' as const,
    allowBlank: true,
    formulae: [`${OPTIONS_SHEET}!$${letters}$1:$${letters}$${values.length}`],
  };
  for (let row = FIRST_ROW; row < FIRST_ROW + OFFERED_ROWS; row += 1) {
    sheet.getCell(row, column).dataValidation = validation;
  }
}
