import { BASKETS, type Activity, type Basket, type Item, type LineCategory } from './items';
import { pick, steppedBetween, type Random } from './random';

export interface DemoLine {
  readonly category: LineCategory;
  readonly activity: Activity;
  readonly item: string;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly unitPriceFen: number;
  readonly acceptedMilli: number;
  readonly paidUnitPriceFen: number;
}

/** What a household and its cadre agreed on. */
export interface PlannedWork {
  readonly activity: Activity;
  readonly lines: readonly DemoLine[];
}

/** Whoever draws this often without a fit was given an amount that no basket can meet. */
const TRIES_MAX = 500;

/** The share of the money that goes to each item of a basket, the main one first. */
const SHARES_PERCENT = [62, 28, 10];

/** Quantity in thousandths times price, half up to the fen (A5). */
export function amountFen(quantityMilli: number, unitPriceFen: number): number {
  return Math.floor((quantityMilli * unitPriceFen + 500) / 1000);
}

export function sumOfLinesFen(lines: readonly DemoLine[]): number {
  return lines.reduce((sum, line) => sum + amountFen(line.quantityMilli, line.unitPriceFen), 0);
}

/** Lines of one activity that come near the wished sum and never above it. */
export function linesNear(random: Random, activity: Activity, wishedFen: number): readonly DemoLine[] {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const lines = filled(random, activity, pick(random, BASKETS[activity]), wishedFen);
    const sumFen = sumOfLinesFen(lines);
    if (sumFen <= wishedFen && sumFen >= wishedFen * 0.94) return lines;
  }
  throw new Error(`No basket of ${activity} comes near ${wishedFen} fen.`);
}

/** A line that was bought as planned. */
export function plannedLine(
  item: Pick<Item, 'name' | 'unit' | 'category'>,
  activity: Activity,
  quantityMilli: number,
  unitPriceFen: number,
): DemoLine {
  const line = { category: item.category, activity, item: item.name, unit: item.unit };
  return { ...line, ...bought(quantityMilli, unitPriceFen) };
}

/** The plan before the village sent it back: more of the main item than the household can keep. */
export function withTooMany([main, ...others]: readonly DemoLine[]): readonly DemoLine[] {
  if (!main) throw new RangeError('A plan without lines has no main item.');
  const moreMilli = Math.max(1, Math.round((main.quantityMilli * 15) / 100_000)) * 1000;
  return [{ ...main, ...bought(main.quantityMilli + moreMilli, main.unitPriceFen) }, ...others];
}

/** The plan before the town sent it back: the main item above the price of the market. */
export function withTooDear([main, ...others]: readonly DemoLine[]): readonly DemoLine[] {
  if (!main) throw new RangeError('A plan without lines has no main item.');
  const dearerFen = Math.ceil(main.unitPriceFen / 500) * 100;
  return [{ ...main, ...bought(main.quantityMilli, main.unitPriceFen + dearerFen) }, ...others];
}

/** The main line was carried out to three quarters, or was cheaper where it is a single piece. */
export function partlyDone([main, ...others]: readonly DemoLine[]): readonly DemoLine[] {
  if (!main) throw new RangeError('A plan without lines cannot be partly done.');
  const pieces = Math.floor((main.quantityMilli * 3) / 4000);
  const done =
    pieces > 0
      ? { ...main, acceptedMilli: pieces * 1000 }
      : { ...main, paidUnitPriceFen: Math.floor((main.unitPriceFen * 4) / 5) };
  return [done, ...others];
}

function bought(quantityMilli: number, unitPriceFen: number) {
  return { quantityMilli, unitPriceFen, acceptedMilli: quantityMilli, paidUnitPriceFen: unitPriceFen };
}

function filled(random: Random, activity: Activity, basket: Basket, wishedFen: number): readonly DemoLine[] {
  let leftFen = wishedFen;
  return basket.flatMap((item, index) => {
    const unitPriceFen = steppedBetween(random, item.priceFenMin, item.priceFenMax, item.priceStepFen);
    const isLast = index === basket.length - 1;
    const shareFen = isLast ? leftFen : (wishedFen * SHARES_PERCENT[index]!) / 100;
    const steps = Math.floor(shareFen / amountFen(item.quantityStepMilli, unitPriceFen));
    if (steps === 0) return [];
    const line = plannedLine(item, activity, steps * item.quantityStepMilli, unitPriceFen);
    leftFen -= amountFen(line.quantityMilli, unitPriceFen);
    return [line];
  });
}
