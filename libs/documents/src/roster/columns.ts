import { titleKey } from './clean-text';

/** What the cells of a column hold, which decides what a spreadsheet can have done to them. */
export type Holds = 'text' | 'identifier' | 'phone' | 'count' | 'day';

export interface RosterColumn<Key extends string = string> {
  readonly key: Key;
  /** As the template has it. */
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly holds: Holds;
  /** At least one column of each such group must be there: a unit is known by its code or by its name. */
  readonly group?: string;
  /** A cell of it may not be empty. */
  readonly filled?: boolean;
}

/** The columns of a roster of households. */
export const HOUSEHOLD_COLUMNS = [
  { key: 'householdCode', title: '户编号', aliases: ['户编码', '农户编号'], holds: 'text', filled: true },
  { key: 'townCode', title: '镇代码', aliases: ['乡镇代码'], holds: 'text', group: 'town' },
  { key: 'townName', title: '镇', aliases: ['乡镇', '镇街', '所在镇'], holds: 'text', group: 'town' },
  { key: 'villageCode', title: '村代码', aliases: ['行政村代码'], holds: 'text', group: 'village' },
  {
    key: 'villageName',
    title: '村',
    aliases: ['行政村', '村社区', '所在村'],
    holds: 'text',
    group: 'village',
  },
  {
    key: 'name',
    title: '姓名',
    aliases: ['户主姓名', '户主'],
    holds: 'text',
    group: 'name',
    filled: true,
  },
  {
    key: 'householdClass',
    title: '人员类别',
    aliases: ['户类别', '农户类别', '户类型'],
    holds: 'text',
    group: 'householdClass',
    filled: true,
  },
  {
    key: 'memberCount',
    title: '家庭人口',
    aliases: ['家庭人口数', '家庭人数', '人口数'],
    holds: 'count',
    group: 'memberCount',
    filled: true,
  },
  {
    key: 'phone',
    title: '联系电话',
    aliases: ['电话', '手机号', '手机号码', '联系方式'],
    holds: 'phone',
    group: 'phone',
    filled: true,
  },
  {
    key: 'identity',
    title: '身份证号',
    aliases: ['身份证号码', '身份证', '公民身份号码', '证件号码'],
    holds: 'identifier',
    group: 'identity',
    filled: true,
  },
  { key: 'bank', title: '开户行', aliases: ['开户银行'], holds: 'text' },
  {
    key: 'account',
    title: '银行账号',
    aliases: ['银行账户', '银行卡号', '账号'],
    holds: 'identifier',
  },
  { key: 'holderRelation', title: '账户持有人关系', aliases: ['持有人关系'], holds: 'text' },
  { key: 'listedOn', title: '认定日期', aliases: ['纳入日期', '识别日期'], holds: 'day' },
] as const satisfies readonly RosterColumn[];

export type HouseholdColumnKey = (typeof HOUSEHOLD_COLUMNS)[number]['key'];

/** The title of the column that a file of errors has at its end; it is no part of a roster (IMP-17). */
export const ERROR_COLUMN = '错误原因';

const IGNORED = ['序号', ERROR_COLUMN].map(titleKey);

/** Whether a column says nothing about a household. */
export function isIgnored(title: string): boolean {
  return IGNORED.includes(titleKey(title));
}

/** The column that a title names. */
export function columnOf(columns: readonly RosterColumn[], title: string): RosterColumn | undefined {
  const key = titleKey(title);
  return columns.find((column) =>
    [column.title, ...(column.aliases ?? [])].some((each) => titleKey(each) === key),
  );
}
