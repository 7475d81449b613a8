// No node import here: request classes and the browser may use these functions as well.

const SHAPE = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const REGION_CHARACTERS = 6;
const BIRTH_YEAR_MIN = 1900;
const BIRTH_YEAR_MAX = 2099;

/**
 * True for an 18-character Chinese resident identity number in its normal form: digits, a birth date that
 * exists, and the right check character (ISO 7064 MOD 11-2, GB 11643). Call `normaliseIdentity` first: a small
 * x is refused here, so that no second form of a number can be stored. Which regions count is the domain's rule.
 */
export function isWellFormedIdentity(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts;
  return isBirthDate(Number(year), Number(month), Number(day)) && text.endsWith(checkCharacterOf(text));
}

/** The six digits of the region that issued the number, or undefined when the number is not well formed. */
export function identityRegion(text: string): string | undefined {
  return isWellFormedIdentity(text) ? text.slice(0, REGION_CHARACTERS) : undefined;
}

function checkCharacterOf(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length);
}

function isBirthDate(year: number, month: number, day: number): boolean {
  if (year < BIRTH_YEAR_MIN || year > BIRTH_YEAR_MAX) return false;
  // UTC keeps the answer free of the server's zone; a day that does not exist rolls over and so differs.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
