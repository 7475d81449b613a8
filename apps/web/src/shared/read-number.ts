/*
 * What a person types becomes a whole number of fen or thousandths, digit by digit: a float has no place in it.
 */

/** `1,215.5` → 121550 fen. `undefined` for anything that is no amount of yuan with at most two decimals. */
export function readYuan(text: string): number | undefined {
  return scaled(text, 2);
}

/** `1.5` → 1500 thousandths. `undefined` for anything that is no quantity with at most three decimals. */
export function readQuantity(text: string): number | undefined {
  return scaled(text, 3);
}

/** Amounts as they are typed: without the commas that only reading needs. */
export function typedYuan(amountFen: number): string {
  return typed(amountFen, 2);
}

export function typedQuantity(quantityMilli: number): string {
  return typed(quantityMilli, 3).replace(/\.?0+$/, '');
}

function scaled(text: string, decimals: number): number | undefined {
  const found = /^(\d{1,10})(?:\.(\d*))?$/.exec(text.trim().replace(/[,，]/g, ''));
  const rest = found?.[2] ?? '';
  if (!found || rest.length > decimals) return undefined;
  return Number(found[1]! + rest.padEnd(decimals, '0'));
}

function typed(value: number, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
