import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { demoFiles } from './files';

type Row = Readonly<Record<string, string>>;

const FOLDER = join(__dirname, '..', 'yubei-2024');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const rows = (name: string): readonly Row[] => parse(read(name), { columns: true }) as readonly Row[];

/** `1999.99` → 199999. The decimals are cut by text, so no float touches the money. */
function fen(yuan: string): number {
  const [whole, decimals = ''] = yuan.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

function milli(quantity: string): number {
  const [whole, decimals = ''] = quantity.split('.');
  return Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
}

function lineFen(quantity: string, price: string): number {
  return Number((BigInt(milli(quantity)) * BigInt(fen(price)) + 500n) / 1000n);
}

/** Each household of `plans.csv` with its money, in the file's order. */
function plans() {
  const codes = [...new Set(rows('plans.csv').map((row) => row['户编号']!))];
  return codes.map((code) => {
    const own = rows('plans.csv').filter((row) => row['户编号'] === code);
    const lines = own.filter((row) => row['行号'] !== '0');
    const sum = (quantity: string, price: string): number =>
      lines.reduce((total, row) => total + lineFen(row[quantity]!, row[price]!), 0);
    return {
      code,
      lines,
      first: own[0]!,
      story: own[0]!['走向']!,
      subsidyFen: sum('数量', '单价'),
      payableFen: sum('验收数量', '实付单价'),
      rewardFen: fen(own[0]!['计划奖励']!),
    };
  });
}

const allPlans = plans();
const households = rows('households.csv');
const staff = rows('staff.csv');
const programme = JSON.parse(read('programme.json')) as {
  readonly units: readonly { readonly households: number }[];
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly incomeStandards: readonly { readonly setOn: string }[];
};

describe('the files on disk', () => {
  test('are what the generator makes today', () => {
    const fresh = demoFiles();
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(fresh).sort());
    for (const [name, text] of Object.entries(fresh)) expect(read(name)).toBe(text);
  });

  test('come out the same twice', () => {
    expect(demoFiles()).toEqual(demoFiles());
  });

  test('end every line with a line feed alone', () => {
    for (const name of readdirSync(FOLDER)) expect(read(name)).toMatch(/^[^\r\uFEFF]*\n$/);
  });
});

describe('the programme', () => {
  test('has eleven towns of 1,015 households (R11)', () => {
    expect(programme.units).toHaveLength(11);
    expect(programme.units.reduce((sum, unit) => sum + unit.households, 0)).toBe(1015);
  });

  test('names twelve villages of six to fourteen households', () => {
    expect(new Set(programme.villages.map(({ name }) => name)).size).toBe(12);
    for (const { code, name } of programme.villages) {
      const own = households.filter((row) => row['村代码'] === code);
      expect(own.length).toBeGreaterThanOrEqual(6);
      expect(own.length).toBeLessThanOrEqual(14);
      expect(new Set(own.map((row) => row['村']))).toEqual(new Set([name]));
    }
  });

  test('sets the income standard before any plan (R14)', () => {
    expect(programme.incomeStandards.map(({ setOn }) => setOn)).toEqual(['2024-03-01']);
  });
});

describe('the households', () => {
  test('are the 128 of 茨竹镇, numbered in the order of all towns', () => {
    expect(households).toHaveLength(128);
    expect(households.map((row) => row['户编号'])).toEqual(
      Array.from({ length: 128 }, (_, index) => `HH0${473 + index}`),
    );
    expect(new Set(households.map((row) => row['镇代码']))).toEqual(new Set(['500112140']));
  });

  test.each(['姓名', '联系电话', '身份证号', '银行账号'])('share no %s', (column) => {
    expect(new Set(households.map((row) => row[column])).size).toBe(128);
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
    const count = (name: string) => households.filter((row) => row['人员类别'] === name).length;
    expect(['脱贫户', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'].map(count)).toEqual([113, 6, 6, 3]);
    const people = households.reduce((sum, row) => sum + Number(row['家庭人口']), 0);
    expect(people / 128).toBeCloseTo(2.9, 1);
  });
});

describe('the plans', () => {
  test('are one for each household, in the same order', () => {
    expect(allPlans.map(({ code }) => code)).toEqual(households.map((row) => row['户编号']));
  });

  test('number their lines from 1 and keep the household on the first row', () => {
    for (const { lines } of allPlans) {
      expect(lines.map((row) => row['行号'])).toEqual(lines.map((_, index) => String(index + 1)));
      for (const row of lines.slice(1)) expect(row['走向']).toBe('');
    }
  });

  test('use the two categories only (A9) and quantities of three decimals at most', () => {
    for (const row of allPlans.flatMap(({ lines }) => lines)) {
      expect(['production-input', 'production-condition']).toContain(row['类别']);
      expect(row['数量']).toMatch(/^\d+(\.\d{1,3})?$/);
      expect(row['单价']).toMatch(/^\d+\.\d{2}$/);
    }
  });

  test('stay within the caps (A3)', () => {
    expect(Math.max(...allPlans.map(({ subsidyFen }) => subsidyFen))).toBe(400_000);
    expect(Math.max(...allPlans.map(({ rewardFen }) => rewardFen))).toBeLessThanOrEqual(200_000);
    expect(allPlans.filter(({ subsidyFen }) => subsidyFen === 400_000)).toHaveLength(8);
  });

  test.each([
    ['the first twelve households', 12],
    ['all', 128],
  ])('of %s leave some room in their quota and less than a household has (A4)', (_, count) => {
    const sumFen = allPlans.slice(0, count).reduce((sum, plan) => sum + plan.subsidyFen + plan.rewardFen, 0);
    const roomFen = 300_000 * count - sumFen;
    expect(roomFen).toBeGreaterThan(0);
    expect(roomFen).toBeLessThan(300_000);
  });

  test('keep near the basis on average without giving everyone the same (R10, R19)', () => {
    const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
    expect(mean(allPlans.map(({ subsidyFen }) => subsidyFen))).toBeCloseTo(199_474, -1);
    expect(mean(allPlans.map(({ rewardFen }) => rewardFen))).toBeCloseTo(100_078, -1);
    expect(new Set(allPlans.map(({ subsidyFen }) => subsidyFen)).size).toBeGreaterThan(80);
  });

  test('rest on three grounds each (R13)', () => {
    for (const { first } of allPlans) {
      for (const column of ['意愿', '家庭情况', '选择内容']) expect(first[column]).toMatch(/。$/);
    }
  });
});

describe('the stories', () => {
  const told = (story: string) => allPlans.filter((plan) => plan.story === story);

  test('are all told by the first twelve households', () => {
    expect(allPlans.slice(0, 12).map(({ story }) => story)).toEqual([
      'main',
      'odd-fen',
      'at-cap',
      'returned-village',
      'signature-withdrawn',
      'partial',
      'bank-returned',
      'reward-missed',
      'no-project',
      'withdrawn',
      'reward-tier',
      'main',
    ]);
    expect(new Set(allPlans.map(({ story }) => story)).size).toBe(11);
  });

  test('at-cap is exactly 4,000.00 and odd-fen exactly 1,999.99', () => {
    expect(new Set(told('at-cap').map(({ subsidyFen }) => subsidyFen))).toEqual(new Set([400_000]));
    expect(new Set(told('odd-fen').map(({ subsidyFen }) => subsidyFen))).toEqual(new Set([199_999]));
  });

  test('no-project has no line, no reward and no income', () => {
    for (const { lines, first } of told('no-project')) {
      expect(lines).toEqual([]);
      expect([first['计划奖励'], first['预计收入'], first['实际收入']]).toEqual(['', '', '']);
    }
  });

  test('withdrawn is never accepted', () => {
    for (const { lines, first } of told('withdrawn')) {
      expect([first['实际收入'], first['收入依据']]).toEqual(['', '']);
      for (const row of lines) expect([row['验收数量'], row['实付单价']]).toEqual(['', '']);
    }
  });

  test('partial pays less than planned and more than the first tranche; the others pay in full', () => {
    for (const { story, payableFen, subsidyFen } of allPlans) {
      if (story === 'withdrawn') continue;
      if (story !== 'partial') expect(payableFen).toBe(subsidyFen);
      else expect(payableFen > subsidyFen / 2 && payableFen < subsidyFen).toBe(true);
    }
  });

  test('judge the income as they say', () => {
    for (const { story, first, lines } of allPlans) {
      if (lines.length === 0 || story === 'withdrawn') continue;
      const incomeFen = fen(first['收入依据'] === 'actual' ? first['实际收入']! : first['估算收入']!);
      const permille = incomeFen >= 250_000 ? 1000 : incomeFen >= 150_000 ? 500 : 0;
      expect(permille).toBe(story === 'reward-missed' ? 0 : story === 'reward-tier' ? 500 : 1000);
    }
  });
});

describe('the staff', () => {
  test('fill every post of the district, the town and its villages', () => {
    const count = (role: string) => staff.filter((row) => row['角色'] === role).length;
    expect(
      [
        'administrator',
        'bureau',
        'supervisor',
        'town-leader',
        'town-cadre',
        'town-finance',
        'village-cadre',
      ].map(count),
    ).toEqual([2, 2, 1, 1, 2, 2, 12]);
  });

  test('have a key and a name of their own, marked as made up', () => {
    expect(new Set(staff.map((row) => row['工号'])).size).toBe(staff.length);
    const names = staff.map((row) => row['姓名']!);
    expect(new Set(names).size).toBe(staff.length);
    for (const name of names) expect(name).toMatch(/^演示/);
  });

  test('have one cadre for each village', () => {
    const territories = staff.filter((row) => row['角色'] === 'village-cadre').map((row) => row['辖区']);
    expect(territories).toEqual(programme.villages.map(({ code }) => code));
  });
});
