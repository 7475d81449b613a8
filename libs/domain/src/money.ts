/** Throws when an amount is not a non-negative whole number of fen: a float has no place in money. */
export function assertFen(amountFen: number): number {
  if (!Number.isSafeInteger(amountFen) || amountFen < 0)
    throw new RangeError(`not an amount in fen: ${amountFen}`);
  return amountFen;
}

/** Quantity in thousandths times unit price in fen, half up to the fen (A5, line-arithmetic). */
export function lineAmountFen(quantityMilli: number, unitPriceFen: number): number {
  const product = BigInt(assertFen(quantityMilli)) * BigInt(assertFen(unitPriceFen));
  return assertFen(Number((product + 500n) / 1000n));
}

/** The first half of a subsidy, down to the fen; the second tranche takes the rest (A6, R27). */
export function firstTrancheFen(subsidyFen: number): number {
  return Math.floor(assertFen(subsidyFen) / 2);
}

/** A share of an amount in thousandths, down to the fen. */
export function permilleOf(amountFen: number, permille: number): number {
  return Number((BigInt(assertFen(amountFen)) * BigInt(permille)) / 1000n);
}

export function sumFen(amounts: readonly number[]): number {
  return amounts.reduce((sum, amountFen) => sum + assertFen(amountFen), 0);
}
