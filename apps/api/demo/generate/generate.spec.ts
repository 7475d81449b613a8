import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { COMMAND_ROUTES } from '@yihu/api-contract';
import { demoFiles } from './files';
import { FOLDER, grouped, rowsOf, scaled } from './testing/demo-rows';

/** Households of each town in the files' order (demo data 5.1). */
const HOUSEHOLDS_IN_TOWNS: readonly (readonly [name: string, code: string, households: number])[] = [
  ['茨竹镇', '500112140', 128],
  ['玉峰山镇', '500112129', 16],
  ['龙兴镇', '500112131', 24],
  ['统景镇', '500112133', 135],
  ['大湾镇', '500112135', 142],
  ['兴隆镇', '500112138', 109],
  ['木耳镇', '500112139', 46],
  ['古路镇', '500112141', 58],
  ['石船镇', '500112142', 112],
  ['大盛镇', '500112143', 121],
  ['洛碛镇', '500112144', 124],
];

interface ProgrammeFile {
  readonly policy: {
    readonly basisSubsidyFen: number;
    readonly basisRewardFen: number;
    readonly stepDays: Readonly<Record<string, number>>;
  };
  readonly units: readonly { readonly code: string; readonly name: string; readonly households: number }[];
  readonly villages: readonly { readonly code: string; readonly name: string; readonly kind: string }[];
  readonly calendar: Readonly<Record<string, string>>;
}

const read = (name: string): Buffer => readFileSync(join(FOLDER, name));
const households = rowsOf('households.csv');
const standards = rowsOf('standards.csv');
const staff = rowsOf('staff.csv');
const programme = JSON.parse(read('programme.json').toString()) as ProgrammeFile;
const unique = (values: readonly unknown[]): number => new Set(values).size;

describe('the files on disk', () => {
  afterEach(() => jest.useRealTimers());

  test('are what the generator makes today', async () => {
    const fresh = await demoFiles();
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(fresh).sort());
    for (const [name, bytes] of Object.entries(fresh))
      expect([name, bytes.equals(read(name))]).toEqual([name, true]);
  });

  test('come out the same in another year', async () => {
    const doNotFake = ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'performance'] as const;
    jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), doNotFake: [...doNotFake] });
    for (const [name, bytes] of Object.entries(await demoFiles()))
      expect([name, bytes.equals(read(name))]).toEqual([name, true]);
  });

  test('end every line with a line feed alone', () => {
    const texts = readdirSync(FOLDER).filter((name) => !name.endsWith('.xlsx'));
    expect(texts).toHaveLength(5);
    for (const name of texts) expect(read(name).toString()).toMatch(/^[^\r\uFEFF]*\n$/);
  });
});

describe('the workbook of the households', () => {
  const workbook = new Workbook();

  beforeAll(() => workbook.xlsx.readFile(join(FOLDER, 'households.xlsx')));

  test('has the rows of the text file in one sheet', () => {
    const [sheet, ...others] = workbook.worksheets;
    expect(others).toEqual([]);
    const cells = sheet!.getSheetValues().slice(1) as unknown[][];
    expect(cells.map((row) => row.slice(1))).toEqual([
      Object.keys(households[0]!),
      ...households.map((row) => Object.values(row)),
    ]);
  });

  test('keeps every cell a text, so that no number loses a digit', () => {
    const formats = new Set<string>();
    workbook.worksheets[0]!.eachRow((row) =>
      row.eachCell((cell) => formats.add(`${typeof cell.value} ${cell.numFmt}`)),
    );
    expect([...formats]).toEqual(['string @']);
  });
});

describe('the programme', () => {
  test('has eleven towns of 1,015 households and 3,045,000 yuan (R11)', () => {
    const { basisSubsidyFen, basisRewardFen } = programme.policy;
    const count = programme.units.reduce((sum, unit) => sum + unit.households, 0);
    expect([programme.units.length, count]).toEqual([11, 1015]);
    expect(count * (basisSubsidyFen + basisRewardFen)).toBe(304_500_000);
    expect(programme.units.map(({ name, code, households: own }) => [name, code, own])).toEqual(
      HOUSEHOLDS_IN_TOWNS,
    );
  });

  test('names 110 villages of six to fourteen households', () => {
    expect(programme.villages).toHaveLength(110);
    expect(unique(programme.villages.map(({ name }) => name))).toBe(110);
    const inRoster = grouped(households, '村代码');
    expect(inRoster.map(([code]) => code)).toEqual(programme.villages.map(({ code }) => code));
    for (const [code, own] of inRoster) {
      expect(own.length).toBeGreaterThanOrEqual(6);
      expect(own.length).toBeLessThanOrEqual(14);
      const { name, kind } = programme.villages.find((village) => village.code === code)!;
      expect([kind, ...new Set(own.map((row) => row['村']))]).toEqual(['village', name]);
    }
  });

  test('goes through its days in order', () => {
    const days = Object.values(programme.calendar);
    expect(days).toEqual([...days].sort());
    for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
  });

  test('gives days to steps that there are', () => {
    const steps = Object.values(COMMAND_ROUTES).map(({ segment }) => segment);
    for (const [step, days] of Object.entries(programme.policy.stepDays)) {
      expect(steps).toContain(step);
      expect([2, 3, 5]).toContain(days);
    }
  });
});

describe('the income standards', () => {
  test('are one for each town, set before any plan (R14)', () => {
    expect([...new Set(standards.map((row) => row['镇']))]).toEqual(
      HOUSEHOLDS_IN_TOWNS.map(([name]) => name),
    );
    expect(new Set(standards.map((row) => row['设定日期']))).toEqual(new Set(['2024-03-01']));
    for (const [, own] of grouped(standards, '镇代码')) {
      expect(own.map((row) => row['档次'])).toEqual(own.map((_, index) => String(index + 1)));
      expect(own.at(-1)!['奖励比例']).toBe('100%');
      const bounds = own.map((row) => scaled(row['达标线']!, 3));
      expect(bounds).toEqual([...bounds].sort((left, right) => left - right));
    }
  });

  test.each([
    ['统景镇', 'absolute', [['2500.00', '100%']]],
    ['大湾镇', 'ratio-to-subsidy', [['1.2', '100%']]],
    [
      '石船镇',
      'absolute',
      [
        ['1500.00', '50%'],
        ['2000.00', '80%'],
        ['2500.00', '100%'],
      ],
    ],
  ])('of %s is %s %j (demo data 5.3)', (name, basis, tiers) => {
    const own = standards.filter((row) => row['镇'] === name);
    expect(new Set(own.map((row) => row['依据']))).toEqual(new Set([basis]));
    expect(own.map((row) => [row['达标线'], row['奖励比例']])).toEqual(tiers);
  });
});

describe('the households', () => {
  test.each(HOUSEHOLDS_IN_TOWNS)('of %s (%s) are %i', (name, code, count) => {
    const own = households.filter((row) => row['镇'] === name);
    expect(own).toHaveLength(count);
    expect(new Set(own.map((row) => row['镇代码']))).toEqual(new Set([code]));
  });

  test('begin with 茨竹镇 and are numbered in the order of the table', () => {
    expect(unique(households.map((row) => row['户编号']))).toBe(1015);
    const range = (town: string) => {
      const codes = households.filter((row) => row['镇'] === town).map((row) => row['户编号']);
      return [codes[0], codes.at(-1)];
    };
    expect(households[0]!['镇']).toBe('茨竹镇');
    expect([range('玉峰山镇'), range('茨竹镇'), range('洛碛镇')]).toEqual([
      ['HH0001', 'HH0016'],
      ['HH0473', 'HH0600'],
      ['HH0892', 'HH1015'],
    ]);
  });

  test.each(['姓名', '联系电话', '身份证号', '银行账号'])('share no %s', (column) => {
    expect(unique(households.map((row) => row[column]))).toBe(1015);
  });

  test('have numbers that can belong to nobody', () => {
    for (const row of households) {
      expect(row['姓名']).toContain('演示');
      expect(row['联系电话']).toMatch(/^1000000\d{4}$/);
      expect(row['身份证号']).toMatch(/^999999\d{11}[\dX]$/);
      expect(row['银行账号']).toMatch(/^000000\d{13}$/);
    }
  });

  test('have the right check character and a birth date that exists', () => {
    for (const { 身份证号: identity = '' } of households) {
      // ISO 7064 MOD 11-2: the weighted sum of all eighteen characters leaves 1.
      const sum = Array.from(identity).reduce(
        (total, character, index) => total + (character === 'X' ? 10 : Number(character)) * 2 ** (17 - index),
        0,
      );
      expect(sum % 11).toBe(1);
      const born = `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;
      expect(new Date(`${born}T00:00:00Z`).toISOString().slice(0, 10)).toBe(born);
    }
  });

  test('come in the shares of the roster', () => {
    const percent = (name: string) =>
      Math.round((households.filter((row) => row['人员类别'] === name).length * 100) / 1015);
    expect(['脱贫户', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'].map(percent)).toEqual([88, 5, 5, 2]);
    const people = households.reduce((sum, row) => sum + Number(row['家庭人口']), 0);
    expect(people / 1015).toBeCloseTo(2.9, 1);
  });
});

describe('the staff', () => {
  const count = (role: string, of = staff) => of.filter((row) => row['角色'] === role).length;

  test('fill every post of the district', () => {
    expect(['administrator', 'bureau', 'supervisor'].map((role) => count(role))).toEqual([2, 2, 1]);
    expect(count('village-cadre')).toBe(110);
  });

  test.each(HOUSEHOLDS_IN_TOWNS)('fill every post of %s (%s)', (_name, code) => {
    const own = staff.filter((row) => row['辖区'] === code);
    expect(['town-leader', 'town-cadre', 'town-finance'].map((role) => count(role, own))).toEqual([1, 2, 2]);
    expect(own).toHaveLength(5);
  });

  test('have a key and a name of their own, marked as made up', () => {
    expect(staff).toHaveLength(5 + 11 * 5 + 110);
    expect(unique(staff.map((row) => row['工号']))).toBe(staff.length);
    const names = staff.map((row) => row['姓名']!);
    expect(unique(names)).toBe(staff.length);
    for (const name of names) expect(name).toMatch(/^演示/);
  });

  test('have one cadre for each village', () => {
    const territories = staff.filter((row) => row['角色'] === 'village-cadre').map((row) => row['辖区']);
    expect(territories).toEqual(programme.villages.map(({ code }) => code));
  });
});
