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
 * Plans of exactly 1,999.99 yuan, whose half is no whole fen (A6). The second one also has a line that falls on
 * half a fen: 12.5 × 145.01 is 1,812.625.
 */
export const PLANS_OF_ODD_FEN: readonly PlannedWork[] = [
  plan('breeding', ['脱温鸡苗', '只', 80, 18.5], ['鸡配合饲料40kg', '袋', 3, 145], ['兽药', '套', 3, 28.33]),
  plan('planting', ['复合肥40kg', '袋', 12.5, 145.01], ['农药', '瓶', 8, 23.42]),
];

function plan(activity: Activity, ...rows: readonly Row[]): PlannedWork {
  const lines = rows.map(([name, unit, quantity, priceYuan, category = 'production-input']) =>
    plannedLine({ name, unit, category }, activity, Math.round(quantity * 1000), Math.round(priceYuan * 100)),
  );
  return { activity, lines };
}
