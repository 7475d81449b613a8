import { between, type Random } from './random';

/** No region has this code, so no identity number made here can belong to anyone. */
const REGION_OF_NOBODY = '999999';

/** No bank issues this prefix. */
const ACCOUNT_PREFIX_OF_NOBODY = '000000';

/** No mobile network uses 100. */
const PHONE_PREFIX_OF_NOBODY = '1000000';

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_CHECK_CHARACTERS = '10X98765432';

/** An identity number of region 999999 with a birth date that exists and the right check character (GB 11643). */
export function identityNumber(random: Random, householdNumber: number): string {
  const year = between(random, 1945, 1995);
  const month = digits(between(random, 1, 12), 2);
  // Every month has a 28th, so no table of month lengths is needed.
  const day = digits(between(random, 1, 28), 2);
  const body = `${REGION_OF_NOBODY}${year}${month}${day}${digits(householdNumber % 1000, 3)}`;
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + IDENTITY_CHECK_CHARACTERS.charAt(sum % IDENTITY_CHECK_CHARACTERS.length);
}

/** Nineteen digits; the last four are the household's number, so no two are alike. */
export function accountNumber(random: Random, householdNumber: number): string {
  return ACCOUNT_PREFIX_OF_NOBODY + digits(between(random, 0, 999_999_999), 9) + digits(householdNumber, 4);
}

export function phoneNumber(householdNumber: number): string {
  return PHONE_PREFIX_OF_NOBODY + digits(householdNumber, 4);
}

export function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
