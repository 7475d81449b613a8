import { csvText } from './csv';
import { householdName } from './names';
import { accountNumber, digits, identityNumber, phoneNumber } from './numbers';
import { dealt, seededRandom } from './random';
import { firstHouseholdNumber, villagesOf, type Town, type Village } from './towns';
import { xlsxBytes } from './xlsx';

export interface DemoHousehold {
  readonly number: number;
  readonly code: string;
  readonly village: Village;
  readonly name: string;
  readonly className: string;
  readonly memberCount: number;
  readonly phone: string;
  readonly identity: string;
  readonly bank: string;
  readonly account: string;
  readonly holderRelation: 'head' | 'member';
}

const CLASS_SHARES = [
  ['脱贫户', 88],
  ['脱贫不稳定户', 5],
  ['边缘易致贫户', 5],
  ['突发严重困难户', 2],
] as const;

/** A mean of 2.9 people. */
const MEMBER_COUNT_SHARES = [
  [3, 30],
  [1, 15],
  [2, 25],
  [4, 18],
  [5, 9],
  [6, 3],
] as const;

const HOLDER_SHARES = [
  ['head', 92],
  ['member', 8],
] as const;

const HEADER = [
  '户编号',
  '镇代码',
  '镇',
  '村代码',
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

export function householdsOf(town: Town): readonly DemoHousehold[] {
  const deal = seededRandom(`households of ${town.code}`);
  const classNames = dealt(deal, CLASS_SHARES, town.householdCount);
  const memberCounts = dealt(deal, MEMBER_COUNT_SHARES, town.householdCount);
  const holderRelations = dealt(deal, HOLDER_SHARES, town.householdCount);
  const first = firstHouseholdNumber(town);
  const villages = villagesOf(town).flatMap((village) =>
    Array<Village>(village.householdCount).fill(village),
  );
  return villages.map((village, index) => ({
    ...personOf(first + index),
    village,
    className: classNames[index]!,
    memberCount: memberCounts[index]!,
    bank: `演示农村商业银行${town.name.replace(/镇$/, '')}分理处`,
    holderRelation: holderRelations[index]!,
  }));
}

export function householdsCsv(households: readonly DemoHousehold[]): string {
  return csvText(HEADER, households.map(rowOf));
}

export function householdsXlsx(households: readonly DemoHousehold[]): Promise<Buffer> {
  return xlsxBytes('农户名册', HEADER, households.map(rowOf));
}

function personOf(
  number: number,
): Pick<DemoHousehold, 'number' | 'code' | 'name' | 'phone' | 'identity' | 'account'> {
  const random = seededRandom(`person ${number}`);
  return {
    number,
    code: `HH${digits(number, 4)}`,
    name: householdName(number),
    phone: phoneNumber(number),
    identity: identityNumber(random, number),
    account: accountNumber(random, number),
  };
}

function rowOf(household: DemoHousehold): Readonly<Record<string, string>> {
  const { village } = household;
  return {
    户编号: household.code,
    镇代码: village.town.code,
    镇: village.town.name,
    村代码: village.code,
    村: village.name,
    姓名: household.name,
    人员类别: household.className,
    家庭人口: String(household.memberCount),
    联系电话: household.phone,
    身份证号: household.identity,
    开户行: household.bank,
    银行账号: household.account,
    账户持有人关系: household.holderRelation,
  };
}
