import { rewardFor } from '@yihu/domain';
import { standardOf } from './standards';
import { fen, plansInFile, rowsOf, type PlanInFile, type VersionInFile } from './testing/demo-rows';
import { TOWNS } from './towns';

const plans = plansInFile();
const households = rowsOf('households.csv');
const townNames = TOWNS.map(({ name }) => name);

const told = (story: string) => plans.filter((plan) => plan.story === story);
const townsOf = (story: string) => [...new Set(told(story).map(({ town }) => town))];
const inForce = ({ versions }: PlanInFile): VersionInFile | undefined => versions.at(-1);
const neededFen = (of: readonly PlanInFile[]) =>
  of.reduce((sum, plan) => sum + (inForce(plan)?.subsidyFen ?? 0) + (inForce(plan)?.rewardFen ?? 0), 0);
const quotaFenOf = (of: readonly PlanInFile[]) => 300_000 * of.length;

describe('the plans', () => {
  test('are one for each household, in the same order', () => {
    expect(plans.map(({ code }) => code)).toEqual(households.map((row) => row['户编号']));
  });

  test('number their versions and lines from 1 and keep the household on the first row', () => {
    for (const { rows, versions } of plans) {
      expect(versions.map(({ no }) => no)).toEqual(['1', '2'].slice(0, versions.length));
      for (const { lines } of versions)
        expect(lines.map((row) => row['行号'])).toEqual(lines.map((_, index) => String(index + 1)));
      for (const row of rows.slice(1))
        expect([row['走向'], row['实际收入'], row['收入依据']]).toEqual(['', '', '']);
    }
  });

  test('use the two categories only (A9) and quantities of three decimals at most', () => {
    for (const row of plans.flatMap(({ versions }) => versions).flatMap(({ lines }) => lines)) {
      expect(['production-input', 'production-condition']).toContain(row['类别']);
      expect(row['数量']).toMatch(/^\d+(\.\d{1,3})?$/);
      expect(row['单价']).toMatch(/^\d+\.\d{2}$/);
    }
  });

  test('stay within the caps (A3), but for the first try of those over it', () => {
    for (const { story, versions } of plans) {
      for (const { no, subsidyFen, rewardFen } of versions) {
        expect(subsidyFen).toBeLessThanOrEqual(story === 'over-cap' && no === '1' ? 400_001 : 400_000);
        expect(rewardFen).toBeLessThanOrEqual(200_000);
      }
    }
  });

  test('rest on three grounds in each version (R13)', () => {
    for (const { first, versions } of plans) {
      for (const row of [first, ...versions.map(({ lines }) => lines[0]!)])
        for (const column of ['意愿', '家庭情况', '选择内容']) expect(row[column]).toMatch(/。$/);
    }
  });

  test('keep near the basis on average without giving everyone the same (R10, R19)', () => {
    const versions = plans.flatMap((plan) => inForce(plan) ?? []);
    const meanFen = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
    expect(Math.abs(meanFen(versions.map(({ subsidyFen }) => subsidyFen)) - 200_000)).toBeLessThan(10_000);
    expect(Math.abs(meanFen(versions.map(({ rewardFen }) => rewardFen)) - 100_000)).toBeLessThan(10_000);
    expect(new Set(versions.map(({ subsidyFen }) => subsidyFen)).size).toBeGreaterThan(500);
  });
});

describe('the quota of a town (A4)', () => {
  test.each(townNames.filter((name) => name !== '茨竹镇'))('%s keeps some room and not much', (name) => {
    const own = plans.filter(({ town }) => town === name);
    const roomFen = quotaFenOf(own) - neededFen(own);
    expect(roomFen).toBeGreaterThan(0);
    expect(roomFen).toBeLessThanOrEqual(60_000);
  });

  test('茨竹镇 has exactly 1,000.00 yuan left before the race, as the withdrawn reserve none', () => {
    const own = plans.filter(({ town }) => town === '茨竹镇');
    const before = own.filter(({ story }) => story !== 'race' && story !== 'withdrawn');
    expect(quotaFenOf(own) - neededFen(before)).toBe(100_000);
  });

  test('the first twelve households fit into theirs', () => {
    const roomFen = quotaFenOf(plans.slice(0, 12)) - neededFen(plans.slice(0, 12));
    expect(roomFen).toBeGreaterThan(0);
    expect(roomFen).toBeLessThanOrEqual(60_000);
  });
});

describe('the stories', () => {
  test('of the basics are all told by the first twelve households', () => {
    expect(plans.slice(0, 12).map(({ story }) => story)).toEqual([
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
  });

  test('come as often as the district has them', () => {
    const counts = Object.fromEntries(
      [...new Set(plans.map(({ story }) => story))].sort().map((story) => [story, told(story).length]),
    );
    expect(counts).toEqual({
      'at-cap': 54,
      'bank-returned': 16,
      'even-split': 22,
      'filing-returned': 2,
      late: 2,
      main: 737,
      'no-project': 24,
      'notice-missed': 1,
      'odd-fen': 8,
      'over-cap': 5,
      partial: 30,
      'photo-reused': 1,
      race: 2,
      'returned-town': 6,
      'returned-village': 26,
      'reward-missed': 34,
      'reward-tier': 17,
      'signature-withdrawn': 7,
      'town-signature-withdrawn': 4,
      withdrawn: 17,
    });
  });

  test.each([
    ['returned-village', '统景镇', 6],
    ['returned-town', '统景镇', 4],
    ['town-signature-withdrawn', '统景镇', 3],
    ['returned-town', '古路镇', 2],
    ['filing-returned', '古路镇', 2],
    ['bank-returned', '石船镇', 6],
    ['partial', '洛碛镇', 10],
    ['reward-missed', '大湾镇', 9],
    ['withdrawn', '兴隆镇', 4],
    ['even-split', '龙兴镇', 22],
    ['photo-reused', '木耳镇', 1],
    ['notice-missed', '木耳镇', 1],
    ['late', '玉峰山镇', 2],
    ['race', '茨竹镇', 2],
  ])('%s is told in %s by %i (demo data 5.4)', (story, name, count) => {
    expect(told(story).filter(({ town }) => town === name)).toHaveLength(count);
  });

  test.each(['filing-returned', 'even-split', 'photo-reused', 'notice-missed', 'late', 'race'])(
    '%s is told in one town only',
    (story) => expect(townsOf(story)).toHaveLength(1),
  );

  test('leave 120 households of 大盛镇 to be signed for within four minutes', () => {
    const signed = plans.filter(
      ({ town, story }) => town === '大盛镇' && story !== 'no-project' && story !== 'withdrawn',
    );
    expect(signed).toHaveLength(120);
  });

  test('at-cap is exactly 4,000.00, as is what is left of 4,000.01 when that is refused', () => {
    expect(
      new Set(told('at-cap').flatMap(({ versions }) => versions.map(({ subsidyFen }) => subsidyFen))),
    ).toEqual(new Set([400_000]));
    for (const { versions } of told('over-cap'))
      expect(versions.map(({ subsidyFen }) => subsidyFen)).toEqual([400_001, 400_000]);
    const capped = plans.filter((plan) => inForce(plan)?.subsidyFen === 400_000);
    expect(Math.round((capped.length * 100) / plans.length)).toBe(6);
  });

  test('odd-fen cannot be halved to the fen, and 1,999.99 is among them (A6)', () => {
    const amounts = told('odd-fen').map((plan) => inForce(plan)!.subsidyFen);
    for (const amountFen of amounts) expect(amountFen % 2).toBe(1);
    expect(amounts).toContain(199_999);
  });

  test('race is for 600.00 and then for 400.00, in two villages of two town cadres', () => {
    const racing = told('race');
    for (const { versions } of racing) {
      expect(versions.map(({ subsidyFen, payableFen }) => [subsidyFen, payableFen])).toEqual([
        [60_000, 60_000],
        [40_000, 40_000],
      ]);
      expect(versions.map(({ rewardFen }) => rewardFen)).toEqual([0, 0]);
    }
    expect(new Set(racing.map(({ village }) => village)).size).toBe(2);
    expect(racing.map(({ code }) => Number(code.slice(2)) % 2).sort()).toEqual([0, 1]);
    const lines = ({ versions }: PlanInFile) =>
      versions.flatMap((version) => version.lines.map((row) => [row['补助内容'], row['数量'], row['单价']]));
    expect(lines(racing[0]!)).toEqual(lines(racing[1]!));
  });

  test('even-split gives nine of ten exactly 2,000.00 for the same chicks and feed (R19)', () => {
    const split = told('even-split');
    const own = plans.filter(({ town }) => town === '龙兴镇');
    expect(split.length / own.length).toBeGreaterThanOrEqual(0.9);
    expect(own.filter(({ story }) => story !== 'even-split').map(({ story }) => story)).toEqual([
      'main',
      'main',
    ]);
    const baskets = split.map(({ versions }) =>
      versions[0]!.lines.map((row) => `${row['补助内容']} ${row['数量']} × ${row['单价']}`),
    );
    expect(new Set(baskets.map((basket) => basket.join('，')))).toEqual(
      new Set(['脱温鸡苗 40 × 20.00，鸡配合饲料40kg 8 × 150.00']),
    );
    expect(new Set(split.map((plan) => inForce(plan)!.subsidyFen))).toEqual(new Set([200_000]));
  });

  test('two versions are of those that are refused or sent back, and differ in what was wrong', () => {
    const twice = plans.filter(({ versions }) => versions.length === 2);
    expect([...new Set(twice.map(({ story }) => story))].sort()).toEqual([
      'over-cap',
      'race',
      'returned-town',
      'returned-village',
    ]);
    const changes = (story: string) =>
      told(story).map(({ versions: [before, after] }) =>
        ['补助内容', '单位', '数量', '单价'].filter(
          (column) => before!.lines[0]![column] !== after!.lines[0]![column],
        ),
      );
    for (const columns of changes('returned-village')) expect(columns).toEqual(['数量']);
    for (const columns of changes('returned-town')) expect(columns).toEqual(['单价']);
    for (const { versions } of [...told('returned-village'), ...told('returned-town')])
      expect(versions[1]!.subsidyFen).toBeLessThan(versions[0]!.subsidyFen);
  });

  test('no-project has no line, no reward and no income', () => {
    for (const { versions, rows, first } of told('no-project')) {
      expect([versions.length, rows.length, first['版次']]).toEqual([0, 1, '1']);
      expect([first['计划奖励'], first['预计收入'], first['实际收入']]).toEqual(['', '', '']);
    }
  });

  test('withdrawn is never accepted', () => {
    for (const { rows, first } of told('withdrawn')) {
      expect([first['实际收入'], first['收入依据']]).toEqual(['', '']);
      for (const row of rows) expect([row['验收数量'], row['实付单价']]).toEqual(['', '']);
    }
  });

  test('partial pays less than planned and more than the first tranche; the others pay in full', () => {
    for (const plan of plans) {
      const version = inForce(plan);
      if (!version || plan.story === 'withdrawn') continue;
      const { payableFen, subsidyFen } = version;
      if (plan.story !== 'partial') expect(payableFen).toBe(subsidyFen);
      else expect(payableFen > subsidyFen / 2 && payableFen < subsidyFen).toBe(true);
    }
  });

  test('only the version in force is accepted, and in the race either may be', () => {
    for (const { story, versions } of plans) {
      if (versions.length === 2 && story !== 'race') expect(versions[0]!.payableFen).toBe(0);
    }
  });
});

describe('the incomes', () => {
  const judged = plans.filter(({ first }) => first['收入依据'] !== '');

  /** What a town's standard makes of the income that the file gives, in permille of the planned reward. */
  function earnedPermille(plan: PlanInFile): number {
    const { first, town } = plan;
    const { subsidyFen } = inForce(plan)!;
    const standard = { version: 1, ...standardOf(TOWNS.find(({ name }) => name === town)!) };
    const content = { subsidyFen, rewardFen: 1000, targetFen: 0 } as Parameters<typeof rewardFor>[1];
    const income = {
      actualFen: fen(first['实际收入']!),
      estimateFen: fen(first['估算收入']!),
      basis: first['收入依据'] as 'actual' | 'estimate',
      asOf: '2024-06-06',
    };
    return rewardFor(standard, content, income).rewardFen;
  }

  test('earn what the story says under the standard of the town (R30)', () => {
    expect(judged.length).toBeGreaterThan(950);
    for (const plan of judged) {
      const permille = earnedPermille(plan);
      if (plan.story === 'reward-missed') expect(permille).toBe(0);
      else if (plan.story === 'reward-tier') expect([500, 800]).toContain(permille);
      else expect([plan.code, permille]).toEqual([plan.code, 1000]);
    }
  });

  test('reach both lower tiers of 石船镇', () => {
    const tiers = told('reward-tier').filter(({ town }) => town === '石船镇');
    expect(new Set(tiers.map(earnedPermille))).toEqual(new Set([500, 800]));
  });

  test('are estimated in 大湾镇 for at least twenty, and nowhere but for crops', () => {
    const estimated = judged.filter(({ first }) => first['收入依据'] === 'estimate');
    expect(estimated.filter(({ town }) => town === '大湾镇').length).toBeGreaterThanOrEqual(20);
    expect(new Set(estimated.map(({ first }) => first['活动']))).toEqual(new Set(['planting']));
  });

  test('decide by the estimate where the income so far would not do', () => {
    const saved = judged.filter(
      ({ first, story }) =>
        first['收入依据'] === 'estimate' &&
        story !== 'reward-missed' &&
        fen(first['实际收入']!) < fen(first['估算收入']!) / 2,
    );
    expect(saved.length).toBeGreaterThan(50);
  });
});
