import { countIn, type Members } from './recorded-event';

/** Subsidy and reward, in fen. */
export interface Amounts {
  readonly subsidyFen: number;
  readonly rewardFen: number;
}

export const NOTHING: Amounts = { subsidyFen: 0, rewardFen: 0 };

export function asAmounts(subsidyFen: number, rewardFen: number): Amounts {
  return { subsidyFen, rewardFen };
}

export function amountsIn(members: Members): Amounts {
  return asAmounts(countIn(members, 'subsidyFen'), countIn(members, 'rewardFen'));
}

export function plus(left: Amounts, right: Amounts): Amounts {
  return asAmounts(left.subsidyFen + right.subsidyFen, left.rewardFen + right.rewardFen);
}

export function minus(left: Amounts, right: Amounts): Amounts {
  return asAmounts(left.subsidyFen - right.subsidyFen, left.rewardFen - right.rewardFen);
}

export function totalFen({ subsidyFen, rewardFen }: Amounts): number {
  return subsidyFen + rewardFen;
}

export function isSame(left: Amounts, right: Amounts): boolean {
  return left.subsidyFen === right.subsidyFen && left.rewardFen === right.rewardFen;
}

/** `2000.00 + 1000.00`, in yuan, for messages. */
export function spoken({ subsidyFen, rewardFen }: Amounts): string {
  return `${yuan(subsidyFen)} + ${yuan(rewardFen)}`;
}

export function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

/** Quantity in thousandths times price in fen, half up to the fen (A5). */
export function lineFen(quantityMilli: number, unitPriceFen: number): number {
  return Number((BigInt(quantityMilli) * BigInt(unitPriceFen) + 500n) / 1000n);
}

/** A share in thousandths, down to the fen. */
export function shareFen(amountFen: number, permille: number): number {
  return Number((BigInt(amountFen) * BigInt(permille)) / 1000n);
}

/** The first half, down to the fen (A6). */
export function firstHalfFen(subsidyFen: number): number {
  return Math.floor(subsidyFen / 2);
}
