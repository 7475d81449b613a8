// Node 20 has String.prototype.isWellFormed; the shared `lib` setting does not list it yet.
/// <reference lib="es2024.string" />
import { types } from 'node:util';

/** What libsql can bind without aborting the process or changing the value on the way. */
export type BoundValue = string | number | bigint | Uint8Array | null;

/** A value that must not reach the database was about to be bound. The message never repeats the value. */
export class BadParameter extends Error {
  readonly code = 'bad-parameter';

  constructor(problem: string) {
    super(`A value cannot be bound to an SQL statement: ${problem}.`);
    this.name = 'BadParameter';
  }
}

/**
 * Turns any value into one that libsql binds as it stands, or throws `BadParameter`.
 *
 * The guard exists because libsql aborts the whole process on a boolean, and because it changes some values
 * silently: every number becomes a REAL (so 5 lands as `5.0` in a text column), half characters are
 * replaced, and a text is cut at U+0000 when it is read back.
 */
export function guardParameter(value: unknown): BoundValue {
  switch (typeof value) {
    case 'string':
      return guardText(value);
    case 'number':
      return guardNumber(value);
    case 'bigint':
      return guardBigint(value);
    case 'boolean':
      return value ? 1n : 0n;
    case 'undefined':
      return null;
    case 'object':
      return guardObject(value);
    default:
      throw new BadParameter(`a ${typeof value} has no SQL form`);
  }
}

function guardText(value: string): string {
  if (!value.isWellFormed()) throw new BadParameter('the text holds half a character');
  if (value.includes('\0')) throw new BadParameter('the text holds the character U+0000');
  return value;
}

function guardNumber(value: number): number | bigint {
  if (!Number.isFinite(value)) throw new BadParameter('the number is not finite');
  if (!Number.isInteger(value)) return value;
  if (!Number.isSafeInteger(value)) throw new BadParameter('the integer is beyond 2^53 - 1');
  return BigInt(value);
}

function guardBigint(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new BadParameter('the bigint does not fit 64 bits');
  return value;
}

function guardObject(value: object | null): string | Uint8Array | null {
  if (value === null) return null;
  if (types.isUint8Array(value)) return value;
  if (!types.isDate(value)) throw new BadParameter('an object has no SQL form');
  if (Number.isNaN(value.getTime())) throw new BadParameter('the date is invalid');
  return value.toISOString();
}
