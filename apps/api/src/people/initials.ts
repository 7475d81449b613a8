import { pinyin } from 'pinyin-pro';

const FIRST_LETTERS = { pattern: 'first', toneType: 'none', type: 'array' } as const;

/**
 * The initials of a name's pinyin, as it is typed on a keyboard: as a text, and with its first character read as
 * a surname, which some characters are read otherwise in (单 is shàn and not dān).
 */
export function initialsOf(name: string): readonly string[] {
  const readings = [pinyin(name, FIRST_LETTERS), pinyin(name, { ...FIRST_LETTERS, surname: 'head' })];
  const initials = readings.map((letters) =>
    letters
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
  return [...new Set(initials)].filter((each) => each !== '');
}
