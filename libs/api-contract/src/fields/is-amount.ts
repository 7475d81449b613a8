import { Type } from 'class-transformer';
import { field, type FieldOptions } from './field';
import { valid, type ValidationKind } from './valid';

export interface AmountOptions extends FieldOptions {
  readonly max?: number;
}

/** Ten billion yuan: more than any programme has, and sums of it stay exact. */
const FEN_MAX = 1_000_000_000_000;

/** A million of a unit, or ten million yuan for one: a product of the two stays exact. */
export const FACTOR_MAX = 1_000_000_000;

/** An amount of money in whole fen, never a text and never a fraction (MON-03). */
export function IsFen({ max = FEN_MAX, ...options }: AmountOptions = {}) {
  return wholeNumber('fen', 0, max, options);
}

/** An amount that may be below zero, as in a bank's file: a reversal takes back (BNK-05). */
export function IsSignedFen() {
  return wholeNumber('fen', -FEN_MAX, FEN_MAX, {});
}

/** A quantity or a share in whole thousandths. */
export function IsThousandths({ max = FACTOR_MAX, ...options }: AmountOptions = {}) {
  return wholeNumber('thousandths', 0, max, options);
}

/** A count, a number of a sheet or row, a year. */
export function IsWholeNumber(min: number, max: number, options: FieldOptions = {}) {
  return wholeNumber('whole-number', min, max, options);
}

/** The same in the query of a URL, where everything is text. */
export function IsWholeNumberInQuery(min: number, max: number, { optional = true }: FieldOptions = {}) {
  const fromText = Type(() => Number);
  return field(
    { type: 'integer', minimum: min, maximum: max },
    { optional },
    fromText,
    valid('whole-number', (value) => isWhole(value, min, max), { min, max }),
  );
}

function wholeNumber(kind: ValidationKind, min: number, max: number, options: FieldOptions) {
  const schema = { type: 'integer', minimum: min, maximum: max } as const;
  return field(
    schema,
    options,
    valid(kind, (value) => isWhole(value, min, max), { min, max }),
  );
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
}
