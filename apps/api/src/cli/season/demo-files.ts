import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { IncomeStandardInput, ProgrammeDefinition, HouseholdClass, Role } from '@yihu/domain';

export interface DemoStaff {
  /** The 工号 of the staff file, e.g. `T140-1`. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly office: string;
  readonly role: Role;
  readonly territory: string;
}

export interface DemoLine {
  readonly category: string;
  readonly activity: string;
  readonly item: string;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly unitPriceFen: number;
  readonly acceptedMilli: number;
  readonly paidUnitPriceFen: number;
}

/** What a village cadre will post for a household, and how its year goes. */
export interface DemoPlan {
  readonly story: string;
  readonly lines: readonly DemoLine[];
  readonly rewardFen: number;
  readonly forecastFen: number;
  readonly actualFen: number;
  readonly estimateFen: number;
  readonly basis: 'actual' | 'estimate';
  readonly grounds: { readonly wish: string; readonly circumstances: string; readonly items: string };
}

export interface DemoHousehold {
  readonly code: string;
  readonly town: string;
  readonly village: string;
  readonly name: string;
  readonly householdClass: HouseholdClass;
  readonly memberCount: number;
  readonly phone: string;
  readonly identity: string;
  readonly bank: string;
  readonly account: string;
  readonly holderRelation: string;
  readonly plan: DemoPlan;
}

export interface DemoTown {
  readonly code: string;
  readonly name: string;
  readonly households: readonly DemoHousehold[];
}

export interface DemoFiles {
  readonly definition: ProgrammeDefinition;
  readonly standards: readonly IncomeStandardInput[];
  readonly towns: readonly DemoTown[];
  readonly staff: readonly DemoStaff[];
  /** On which day the office does what, e.g. `plansDrafted`. */
  readonly calendar: Readonly<Record<string, string>>;
}

const CLASSES: Readonly<Record<string, HouseholdClass>> = {
  脱贫户: 'out-of-poverty',
  脱贫不稳定户: 'unstable',
  边缘易致贫户: 'marginal',
  突发严重困难户: 'sudden-hardship',
};

/** Reads the demo's files; `limits` keep the first towns and, over all of them, the first households. */
export function readDemoFiles(folder: string, limits: { towns: number; households: number }): DemoFiles {
  const programme = JSON.parse(readFileSync(join(folder, 'programme.json'), 'utf8')) as ProgrammeFile;
  const plans = readPlans(rowsOf(folder, 'plans.csv'));
  const households = rowsOf(folder, 'households.csv').map((row) => readHousehold(row, plans));
  const codes = [...new Set(households.map((household) => household.town))].slice(0, limits.towns);
  const kept = households.filter(({ town }) => codes.includes(town)).slice(0, limits.households);
  const { incomeStandards, calendar, units, year, district, name, bureauName, demo, policy } = programme;
  return {
    definition: {
      year,
      district,
      name,
      bureauName,
      demo,
      policy,
      units: units.map(({ code, name: unitName, kind }) => ({ code, name: unitName, kind })),
    },
    standards: incomeStandards.filter(({ unit }) => codes.includes(unit)),
    towns: codes.map((code) => ({
      code,
      name: units.find((unit) => unit.code === code)!.name,
      households: kept.filter((household) => household.town === code),
    })),
    staff: rowsOf(folder, 'staff.csv').map((row) => ({
      key: row['工号']!,
      name: row['姓名']!,
      unit: row['单位代码']!,
      office: row['单位']!,
      role: row['角色'] as Role,
      territory: row['辖区']!,
    })),
    calendar,
  };
}

type Row = Readonly<Record<string, string>>;
type ProgrammeFile = ProgrammeDefinition & {
  readonly incomeStandards: readonly IncomeStandardInput[];
  readonly calendar: Readonly<Record<string, string>>;
};

function rowsOf(folder: string, file: string): readonly Row[] {
  return parse(readFileSync(join(folder, file), 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
}

function readHousehold(row: Row, plans: ReadonlyMap<string, DemoPlan>): DemoHousehold {
  const code = row['户编号']!;
  return {
    code,
    town: row['镇代码']!,
    village: row['村代码']!,
    name: row['姓名']!,
    householdClass: CLASSES[row['人员类别']!]!,
    memberCount: Number(row['家庭人口']),
    phone: row['联系电话']!,
    identity: row['身份证号']!,
    bank: row['开户行']!,
    account: row['银行账号']!,
    holderRelation: row['账户持有人关系']!,
    plan: plans.get(code)!,
  };
}

/** One row a line; the first row of a household also says how its year goes. */
function readPlans(rows: readonly Row[]): ReadonlyMap<string, DemoPlan> {
  const plans = new Map<string, DemoPlan>();
  for (const row of rows) {
    const code = row['户编号']!;
    const lines = row['行号'] === '0' ? [] : [readLine(row)];
    const known = plans.get(code);
    plans.set(code, known ? { ...known, lines: [...known.lines, ...lines] } : readHead(row, lines));
  }
  return plans;
}

function readHead(row: Row, lines: readonly DemoLine[]): DemoPlan {
  return {
    story: row['走向']!,
    lines,
    rewardFen: fen(row['计划奖励']),
    forecastFen: fen(row['预计收入']),
    actualFen: fen(row['实际收入']),
    estimateFen: fen(row['估算收入']),
    basis: row['收入依据'] === 'estimate' ? 'estimate' : 'actual',
    grounds: { wish: row['意愿']!, circumstances: row['家庭情况']!, items: row['选择内容']! },
  };
}

function readLine(row: Row): DemoLine {
  return {
    category: row['类别']!,
    activity: row['活动']!,
    item: row['补助内容']!,
    unit: row['单位']!,
    quantityMilli: scaled(row['数量'], 3),
    unitPriceFen: fen(row['单价']),
    acceptedMilli: scaled(row['验收数量'], 3),
    paidUnitPriceFen: fen(row['实付单价']),
  };
}

const fen = (yuan: string | undefined) => scaled(yuan, 2);

/** A decimal text as a whole number of its smallest part; a float never touches it. */
function scaled(text: string | undefined, decimals: number): number {
  const [whole = '0', fraction = ''] = (text || '0').split('.');
  return Number(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}
