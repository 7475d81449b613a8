const UNSEEN = /[\p{Cf}\p{Cc}]/u;
const INVISIBLE = /\p{Cf}/gu;
const CONTROL = /\p{Cc}/gu;
const WIDE = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
const RADICALS = /[\u2e80-\u2fdf]/g;
// Five look-alikes of the dot in names of minorities, and the full stop that stands in for it (NAM-02).
const NAME_DOTS = /[\u2022\u2027\u30fb\uff65\uff0e.]/g;

/** A cell's text without direction marks, other invisible characters, and spaces around it (IMP-11). */
export function cleanText(raw: string): string {
  // Nearly every cell has none, and one look is cheaper than two replacements.
  return (UNSEEN.test(raw) ? raw.replace(INVISIBLE, '').replace(CONTROL, ' ') : raw).trim();
}

/** Wide digits, letters and signs as plain ones. */
export function foldWide(text: string): string {
  return text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET));
}

/** Radicals that look like characters, as text copied from a PDF has them, become those characters (NAM-04). */
export function foldRadicals(text: string): string {
  return text.replace(RADICALS, (radical) => radical.normalize('NFKC'));
}

/** What two spellings of a unit or a title have in common. */
export function unitKey(text: string): string {
  return foldRadicals(foldWide(cleanText(text))).replace(/\s/g, '');
}

/** What two spellings of a person's name have in common: every dot is one dot, and spaces do not count. */
export function nameKey(text: string): string {
  return unitKey(text).replace(NAME_DOTS, '\u00b7');
}

/** A column's title without its mark of being required and without notes in brackets. */
export function titleKey(text: string): string {
  return unitKey(text)
    .replace(/[*]/g, '')
    .replace(/\(.*?\)/g, '');
}

/** The same telephone number in its local form: `+86 100 0000 0001` is `10000000001` (IMP-19). */
export function localPhone(text: string): string {
  const digits = foldWide(text).replace(/[\s\p{Pd}]/gu, '');
  return digits.replace(/^(?:\+|00)86(?=1\d{10}$)/, '');
}
