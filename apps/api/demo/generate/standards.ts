import type { IncomeTier } from '@yihu/domain';
import { CALENDAR } from './calendar';
import { csvText, quantityText, yuanText, type CsvRow } from './csv';
import type { Town } from './towns';

/** What a household must earn for its reward, as its town decided at the start of the year (R14, R30). */
export interface DemoStandard {
  readonly basis: 'absolute' | 'ratio-to-subsidy';
  readonly tiers: readonly IncomeTier[];
}

const STANDARDS: Readonly<Record<string, DemoStandard>> = {
  玉峰山镇: fromYuan([2000, 100]),
  龙兴镇: fromYuan([2200, 100]),
  统景镇: fromYuan([2500, 100]),
  大湾镇: { basis: 'ratio-to-subsidy', tiers: [{ fromPermille: 1200, rewardPermille: 1000 }] },
  兴隆镇: { basis: 'ratio-to-subsidy', tiers: [{ fromPermille: 1000, rewardPermille: 1000 }] },
  木耳镇: fromYuan([2000, 100]),
  茨竹镇: fromYuan([1500, 50], [2500, 100]),
  古路镇: fromYuan([1800, 100]),
  石船镇: fromYuan([1500, 50], [2000, 80], [2500, 100]),
  大盛镇: fromYuan([2400, 100]),
  洛碛镇: fromYuan([1600, 100]),
};

const HEADER = ['镇代码', '镇', '依据', '档次', '达标线', '奖励比例', '设定日期', '文号'];

/** One row a tier, the lowest first; the bound is yuan of income, or a multiple of the subsidy. */
export function standardsCsv(towns: readonly Town[]): string {
  return csvText(HEADER, towns.flatMap(rowsOf));
}

export function standardOf({ name }: Town): DemoStandard {
  const standard = STANDARDS[name];
  if (!standard) throw new Error(`${name} has no income standard.`);
  return standard;
}

function rowsOf(town: Town): readonly CsvRow[] {
  const { basis, tiers } = standardOf(town);
  return tiers.map(({ fromFen = 0, fromPermille = 0, rewardPermille }, index) => ({
    镇代码: town.code,
    镇: town.name,
    依据: basis,
    档次: String(index + 1),
    达标线: basis === 'absolute' ? yuanText(fromFen) : quantityText(fromPermille),
    奖励比例: `${rewardPermille / 10}%`,
    设定日期: CALENDAR.standardsSet,
    文号: `演示${town.name.replace(/镇$/, '')}府发〔2024〕3号`,
  }));
}

function fromYuan(...tiers: readonly (readonly [yuan: number, percent: number])[]): DemoStandard {
  return {
    basis: 'absolute',
    tiers: tiers.map(([yuan, percent]) => ({ fromFen: yuan * 100, rewardPermille: percent * 10 })),
  };
}
