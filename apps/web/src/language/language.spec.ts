import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_FORMS, COMMAND_ROUTES, languageFile, type CommandName } from '@yihu/api-contract';
import english from './en.json';
import chinese from './zh-CN.json';

type Words = { readonly [key: string]: string | Words };

const SOURCES = join(__dirname, '..');
/** The words of these come with the contract. */
const SHARED = ['stages', 'roles'] as const;

function keysOf(words: Words, prefix = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

/** i18next finds the forms of a count by itself: `items_one`, `items_other`. */
const withoutCount = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

const keysIn = (words: Words) => new Set(keysOf(words).map(withoutCount));

function sharedWords(language: 'zh-CN' | 'en'): Words {
  const file = languageFile(language);
  return Object.fromEntries(SHARED.map((section) => [section, file[section]]));
}

/** Every key that a source asks for in so many words, and the beginnings of those it puts together. */
function keysAsked(): { readonly whole: readonly string[]; readonly beginnings: readonly string[] } {
  const texts = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'));
  const all = (pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, key]) => key!));
  return {
    whole: all(/\bt\(\s*'([^']+)'/g),
    beginnings: all(/\bt\(\s*`([^`$]+\.)\$\{/g),
  };
}

describe.each([
  ['zh-CN', chinese as Words],
  ['en', english as Words],
] as const)('the words in %s', (language, words) => {
  const keys = keysIn({ ...words, ...sharedWords(language) });

  it('say everything that a screen asks for', () => {
    const { whole, beginnings } = keysAsked();
    expect(whole.length).toBeGreaterThan(20);
    expect([...new Set(whole)].filter((key) => !keys.has(key))).toEqual([]);
    const isBegun = (beginning: string) => [...keys].some((key) => key.startsWith(beginning));
    expect([...new Set(beginnings)].filter((beginning) => !isBegun(beginning))).toEqual([]);
  });

  it('name every command that has a screen', () => {
    const named = (Object.keys(COMMAND_FORMS) as CommandName[]).map((name) => COMMAND_ROUTES[name]);
    const missing = named.filter(({ resource, segment }) => !keys.has(`commands.${resource}.${segment}`));
    expect(missing).toEqual([]);
  });

  it('leave nothing empty', () => {
    const all = JSON.stringify(words);
    expect(all).not.toContain('""');
  });
});

it('both languages say the same things', () => {
  expect([...keysIn(english as Words)].sort()).toEqual([...keysIn(chinese as Words)].sort());
});
