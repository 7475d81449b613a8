// No node import here: the browser may use these functions as well.

const SHOWN_AT_END = 4;
const SHOWN_AT_START_OF_PHONE = 3;
const MOBILE_NUMBER_CHARACTERS = 11;

/**
 * `王小明` → `王**`, `阿依·演示` → `阿****`: the first character stays, each other becomes one star.
 * Characters are code points, so a rare surname outside the basic plane is not cut in half.
 * A name of one character is hidden whole.
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const first = characters.length > 1 ? characters.slice(0, 1) : [];
  return show(characters, first.length, 0);
}

/** `99999919600203004X` → `**************004X`: only the last four characters stay. */
export function maskIdentity(identity: string): string {
  return maskAllButLast(identity);
}

/** `10000000001` → `100****0001`; a number shorter than a mobile number keeps its last four only. */
export function maskPhone(phone: string): string {
  const characters = Array.from(phone.trim());
  if (characters.length < MOBILE_NUMBER_CHARACTERS) return maskAllButLast(phone);
  return show(characters, SHOWN_AT_START_OF_PHONE, SHOWN_AT_END);
}

/** `0000001234567890126` → `***************0126`: only the last four characters stay. */
export function maskAccount(account: string): string {
  return maskAllButLast(account);
}

/** Text so short that four characters would be most of it is hidden whole. */
function maskAllButLast(text: string): string {
  const characters = Array.from(text.trim());
  return show(characters, 0, characters.length < 2 * SHOWN_AT_END ? 0 : SHOWN_AT_END);
}

function show(characters: string[], atStart: number, atEnd: number): string {
  const endFrom = characters.length - atEnd;
  return characters
    .map((character, index) => (index < atStart || index >= endFrom ? character : '*'))
    .join('');
}
