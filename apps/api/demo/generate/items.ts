import type { PlanLine } from '@yihu/domain';

export type Activity = PlanLine['activity'];
export type LineCategory = PlanLine['category'];

/** Something a household buys, at the prices of 2024. */
export interface Item {
  readonly name: string;
  readonly unit: string;
  readonly category: LineCategory;
  readonly priceFenMin: number;
  readonly priceFenMax: number;
  readonly priceStepFen: number;
  /** What it is sold by: whole pieces, or half rolls. */
  readonly quantityStepMilli: number;
}

/** What is bought together: the main item first, then what goes with it. */
export type Basket = readonly [Item, ...Item[]];

const input = (name: string, unit: string, minYuan: number, maxYuan: number, stepYuan: number): Item => ({
  name,
  unit,
  category: 'production-input',
  priceFenMin: minYuan * 100,
  priceFenMax: maxYuan * 100,
  priceStepFen: stepYuan * 100,
  quantityStepMilli: 1000,
});

const condition = (...item: Parameters<typeof input>): Item => ({
  ...input(...item),
  category: 'production-condition',
});

const chicks = input('脱温鸡苗', '只', 15, 22, 0.5);
const ducklings = input('鸭苗', '只', 8, 14, 0.5);
const goslings = input('鹅苗', '只', 25, 40, 1);
const piglets = input('仔猪', '头', 400, 700, 10);
const kids = input('山羊羔', '只', 600, 900, 10);
const bees = input('中蜂', '群', 300, 500, 10);
const feed = input('鸡配合饲料40kg', '袋', 135, 155, 1);
const fertiliser = input('复合肥40kg', '袋', 130, 180, 1);
const urea = input('尿素', '袋', 100, 130, 1);
const maize = input('玉米种', '袋', 50, 90, 1);
const rape = input('油菜种', '袋', 15, 30, 1);
const sweetPotatoes = input('红苕苗', '把', 8, 15, 0.5);
const citrus = input('柑橘苗', '株', 8, 15, 0.5);
const plums = input('李子苗', '株', 8, 15, 0.5);
const pepper = input('花椒苗', '株', 3, 6, 0.5);
const pesticide = input('农药', '瓶', 15, 60, 1);
const medicine = input('兽药', '套', 15, 60, 1);
const sprayer = condition('电动喷雾器', '台', 180, 350, 5);
const mower = condition('割草机', '台', 800, 1300, 10);
const pump = condition('水泵', '台', 300, 600, 10);
const tiller = condition('微耕机', '台', 2500, 3800, 50);
const fence = { ...condition('围网', '卷', 120, 200, 1), quantityStepMilli: 500 };
const cages = condition('鸡笼', '项', 120, 200, 1);
const repair = condition('圈舍修缮', '项', 500, 2000, 50);
const boxes = input('农产品包装箱', '个', 4, 8, 0.5);
const sealer = condition('真空封口机', '台', 300, 600, 10);
const bedding = input('农家乐床上用品', '套', 120, 200, 5);
const tables = condition('农家乐桌椅', '套', 200, 350, 10);

export const BASKETS: Readonly<Record<Activity, readonly [Basket, ...Basket[]]>> = {
  breeding: [
    [chicks, feed, medicine],
    [chicks, feed, fence],
    [ducklings, feed, medicine],
    [goslings, feed, medicine],
    [piglets, feed, medicine],
    [kids, fence, medicine],
    [bees, medicine],
    [chicks, feed, cages],
  ],
  planting: [
    [citrus, fertiliser, pesticide],
    [plums, fertiliser, pesticide],
    [pepper, fertiliser, urea],
    [maize, fertiliser, urea],
    [rape, fertiliser, pesticide],
    [sweetPotatoes, fertiliser, urea],
  ],
  equipment: [
    [repair, pump],
    [mower, sprayer],
    [pump, sprayer],
    [tiller, sprayer],
    [repair, sprayer],
  ],
  'e-commerce': [[boxes, sealer]],
  tourism: [[tables, bedding]],
};
