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

/** What a village cadre will post for a household. */
export interface DemoPlan {
  readonly lines: readonly DemoLine[];
  readonly rewardFen: number;
  readonly forecastFen: number;
  readonly grounds: { readonly wish: string; readonly circumstances: string; readonly items: string };
}

/** How a household's year goes. */
export interface DemoYear {
  readonly story: string;
  /** The plan, and what it is redrafted to when it comes back. None for a household without a project. */
  readonly plans: readonly DemoPlan[];
  readonly actualFen: number;
  readonly estimateFen: number;
  readonly basis: 'actual' | 'estimate';
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
  readonly year: DemoYear;
}

/** The file that a town sends: the district's roster, or a part of it when not all its households play. */
export interface RosterFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface DemoTown {
  readonly code: string;
  readonly name: string;
  readonly households: readonly DemoHousehold[];
  readonly roster: RosterFile;
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

export interface DemoLimits {
  /** The first towns of the files, or towns by their codes. */
  readonly towns: number | readonly string[];
  /** Over all of them, the first households. */
  readonly households: number;
}

/** Reads the demo's files, as far as the limits let them play. */
export function readDemoFiles(folder: string, limits: DemoLimits): DemoFiles {
  const programme = JSON.parse(readFileSync(join(folder, 'programme.json'), 'utf8')) as ProgrammeFile;
  const years = readYears(rowsOf(folder, 'plans.csv'));
  const rows = rowsOf(folder, 'households.csv');
  const households = rows.map((row) => readHousehold(row, years));
  const workbook = { fileName: 'households.xlsx', bytes: readFileSync(join(folder, 'households.xlsx')) };
  const codes = townsWithin(limits, [...new Set(households.map((household) => household.town))]);
  const kept = households.filter(({ town }) => codes.includes(town)).slice(0, limits.households);
  const { calendar, units } = programme;
  return {
    definition: definitionOf(programme),
    standards: readStandards(rowsOf(folder, 'standards.csv')).filter(({ unit }) => codes.includes(unit)),
    towns: codes.map((code) => {
      const own = kept.filter(({ town }) => town === code);
      const isWhole = own.length === households.filter(({ town }) => town === code).length;
      return {
        code,
        name: units.find((unit) => unit.code === code)!.name,
        households: own,
        roster: isWhole ? workbook : partOf(rows, own),
      };
    }),
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

function townsWithin({ towns }: DemoLimits, known: readonly string[]): readonly string[] {
  return typeof towns === 'number' ? known.slice(0, towns) : known.filter((code) => towns.includes(code));
}

function definitionOf({
  units,
  villages,
  calendar: _calendar,
  ...definition
}: ProgrammeFile): ProgrammeDefinition {
  const towns = units.map(({ code, name, kind }) => ({ code, name, kind }));
  return {
    ...definition,
    units: [...towns, ...villages.map((village) => ({ ...village, kind: 'village' as const }))],
  };
}

/** The rows of these households alone, as a file of text. */
function partOf(rows: readonly Row[], households: readonly DemoHousehold[]): RosterFile {
  const codes = new Set(households.map(({ code }) => code));
  const columns = Object.keys(rows[0]!);
  const kept = rows
    .filter((row) => codes.has(row['户编号']!))
    .map((row) => columns.map((column) => row[column]!));
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return { fileName: 'households.csv', bytes: Buffer.from([columns, ...kept].map(line).join('\n')) };
}

type Row = Readonly<Record<string, string>>;
type ProgrammeFile = ProgrammeDefinition & {
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly calendar: Readonly<Record<string, string>>;
};

function rowsOf(folder: string, file: string): readonly Row[] {
  return parse(readFileSync(join(folder, file), 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
}

function readHousehold(row: Row, years: ReadonlyMap<string, DemoYear>): DemoHousehold {
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
    year: years.get(code)!,
  };
}

/** One row a line; the first row of a household also says how its year goes, the first of a plan what it is for. */
function readYears(rows: readonly Row[]): ReadonlyMap<string, DemoYear> {
  const byHousehold = grouped(rows, '户编号');
  return new Map([...byHousehold].map(([code, own]) => [code, readYear(own)]));
}

function readYear(rows: readonly Row[]): DemoYear {
  const [head] = rows;
  const planned = rows.filter((row) => row['行号'] !== '0');
  return {
    story: head!['走向']!,
    plans: [...grouped(planned, '版次').values()].map(readPlan),
    actualFen: fen(head!['实际收入']),
    estimateFen: fen(head!['估算收入']),
    basis: head!['收入依据'] === 'estimate' ? 'estimate' : 'actual',
  };
}

function readPlan(rows: readonly Row[]): DemoPlan {
  const [head] = rows;
  return {
    lines: rows.map(readLine),
    rewardFen: fen(head!['计划奖励']),
    forecastFen: fen(head!['预计收入']),
    grounds: { wish: head!['意愿']!, circumstances: head!['家庭情况']!, items: head!['选择内容']! },
  };
}

function grouped(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[column]!, [...(groups.get(row[column]!) ?? []), row]);
  return groups;
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

/** One row a tier. A bound is in yuan, or a multiple of the subsidy. */
function readStandards(rows: readonly Row[]): readonly IncomeStandardInput[] {
  return [...grouped(rows, '镇代码')].map(([unit, tiers]) => {
    const [head] = tiers;
    const basis = head!['依据'] as IncomeStandardInput['basis'];
    const bound = (text: string | undefined) =>
      basis === 'absolute' ? { fromFen: fen(text) } : { fromPermille: scaled(text, 3) };
    return {
      unit,
      basis,
      tiers: tiers.map((row) => ({
        ...bound(row['达标线']),
        rewardPermille: scaled(row['奖励比例']!.replace('%', ''), 1),
      })),
      setOn: head!['设定日期']!,
      docNo: head!['文号']!,
    };
  });
}

const fen = (yuan: string | undefined) => scaled(yuan, 2);

/** A decimal text as a whole number of its smallest part; a float never touches it. */
function scaled(text: string | undefined, decimals: number): number {
  const [whole = '0', fraction = ''] = (text || '0').split('.');
  return Number(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}
