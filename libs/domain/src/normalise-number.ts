// No node import here: request classes and the browser may use these functions as well.

const SPACES_DASHES_INVISIBLES = /[\s\p{Pd}\p{Cf}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** The one written form of a resident identity number: `…04x` and `…０４Ｘ` are both `…04X` (NAM-01). */
export function normaliseIdentity(text: string): string {
  return normaliseNumber(text);
}

/** The one written form of a bank account number: `0000 0012 …` and `００００００１２…` are both `00000012…`. */
export function normaliseAccount(text: string): string {
  return normaliseNumber(text);
}

/**
 * Full-width characters become ASCII, spaces, dashes and invisible marks go, letters become capitals.
 * It says nothing about whether the number is a good one.
 */
function normaliseNumber(text: string): string {
  return text
    .replace(SPACES_DASHES_INVISIBLES, '')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .toUpperCase();
}
