import type { Activity, PlanLine } from '@yihu/domain';
import { lineAmountFen, sumFen } from '@yihu/domain';
import { readQuantity, readYuan, typedQuantity, typedYuan } from '../../../shared/read-number';

/** A row of a plan as it is typed. */
export interface TypedLine {
  readonly key: number;
  readonly category: PlanLine['category'];
  readonly activity: Activity;
  readonly item: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: string;
}

export function newLine(key: number, activity: Activity): TypedLine {
  return { key, category: 'production-input', activity, item: '', unit: '', quantity: '', unitPrice: '' };
}

export function typedLine(
  { quantityMilli, unitPriceFen, amountFen: _, ...line }: PlanLine,
  key: number,
): TypedLine {
  return { ...line, key, quantity: typedQuantity(quantityMilli), unitPrice: typedYuan(unitPriceFen) };
}

/** Quantity times price by whole numbers; `undefined` while one of them is no number. */
export function amountOf({
  quantity,
  unitPrice,
}: Pick<TypedLine, 'quantity' | 'unitPrice'>): number | undefined {
  const quantityMilli = readQuantity(quantity);
  const unitPriceFen = readYuan(unitPrice);
  if (quantityMilli === undefined || unitPriceFen === undefined) return undefined;
  return lineAmountFen(quantityMilli, unitPriceFen);
}

/** The sum of what is filled in so far. */
export function subsidyOf(lines: readonly TypedLine[]): number {
  return sumFen(lines.map((line) => amountOf(line) ?? 0));
}

/** The row as the request has it, or `undefined` while something is missing in it. */
export function lineOf({ key: _, quantity, unitPrice, ...line }: TypedLine): PlanLine | undefined {
  const quantityMilli = readQuantity(quantity);
  const unitPriceFen = readYuan(unitPrice);
  const [item, unit] = [line.item.trim(), line.unit.trim()];
  if (quantityMilli === undefined || unitPriceFen === undefined || item === '' || unit === '')
    return undefined;
  return {
    ...line,
    item,
    unit,
    quantityMilli,
    unitPriceFen,
    amountFen: lineAmountFen(quantityMilli, unitPriceFen),
  };
}
