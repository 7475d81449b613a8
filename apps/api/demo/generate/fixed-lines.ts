import type { Activity, LineCategory } from './items';
import { plannedLine, type PlannedWork } from './lines';

type Row = readonly [
  item: string,
  unit: string,
  quantity: number,
  priceYuan: number,
  category?: LineCategory,
];

/** Plans of exactly 4,000.00 yuan, the cap of R16. */
export const PLANS_AT_CAP: readonly PlannedWork[] = [
  plan('breeding', ['脱温鸡苗', '只', 120, 20], ['鸡配合饲料40kg', '袋', 10, 150], ['兽药', '套', 2, 50]),
  plan(
    'equipment',
    ['微耕机', '台', 1, 3800, 'production-condition'],
    ['电动喷雾器', '台', 1, 200, 'production-condition'],
  ),
  plan('breeding', ['山羊羔', '只', 5, 720], ['围网', '卷', 2, 200, 'production-condition']),
  plan('planting', ['柑橘苗', '株', 200, 12.5], ['复合肥40kg', '袋', 10, 150]),
  plan('breeding', ['仔猪', '头', 6, 600], ['圈舍修缮', '项', 1, 400, 'production-condition']),
  plan('breeding', ['中蜂', '群', 8, 500]),
  plan(
    'equipment',
    ['圈舍修缮', '项', 2, 1800, 'production-condition'],
    ['水泵', '台', 1, 400, 'production-condition'],
  ),
  plan('planting', ['花椒苗', '株', 500, 5], ['复合肥40kg', '袋', 10, 150]),
];

/**
 * Plans whose half is no whole fen (A6). The first two are of exactly 1,999.99 yuan; the last two have a line that
 * falls on half a fen: 12.5 × 145.01 is 1,812.625.
 */
export const PLANS_OF_ODD_FEN: readonly PlannedWork[] = [
  plan('breeding', ['脱温鸡苗', '只', 80, 18.5], ['鸡配合饲料40kg', '袋', 3, 145], ['兽药', '套', 3, 28.33]),
  plan('planting', ['复合肥40kg', '袋', 12.5, 145.01], ['农药', '瓶', 8, 23.42]),
  plan('planting', ['玉米种', '袋', 20, 61.15], ['尿素', '袋', 5.5, 110.11]),
];

/** A plan of 4,000.01 yuan, which is refused, and what it is redrafted to: exactly the cap (R16). */
export const PLANS_OVER_CAP: readonly (readonly PlannedWork[])[] = [
  [400.01, 400].map((repairYuan) =>
    plan('breeding', ['仔猪', '头', 6, 600], ['圈舍修缮', '项', 1, repairYuan, 'production-condition']),
  ),
  [700.01, 700].map((pumpYuan) =>
    plan(
      'equipment',
      ['微耕机', '台', 1, 3300, 'production-condition'],
      ['水泵', '台', 1, pumpYuan, 'production-condition'],
    ),
  ),
];

/** What two households need of the last 1,000 yuan of a town: 600.00, or 400.00 for whom the other was faster. */
export const PLANS_IN_RACE: readonly PlannedWork[] = [30, 20].map((count) =>
  plan('breeding', ['脱温鸡苗', '只', count, 20]),
);

/** What nearly all households of one town get alike (R19): 2,000.00 yuan. */
export const PLAN_OF_EVEN_SPLIT: PlannedWork = plan(
  'breeding',
  ['脱温鸡苗', '只', 40, 20],
  ['鸡配合饲料40kg', '袋', 8, 150],
);

function plan(activity: Activity, ...rows: readonly Row[]): PlannedWork {
  const lines = rows.map(([name, unit, quantity, priceYuan, category = 'production-input']) =>
    plannedLine({ name, unit, category }, activity, Math.round(quantity * 1000), Math.round(priceYuan * 100)),
  );
  return { activity, lines };
}
