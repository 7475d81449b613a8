import en from './en.json';
import chinese from './zh-CN.json';

export const LANGUAGES = ['zh-CN', 'en'] as const;

/** The languages that people are answered in; the first is the office's own. */
export type Language = (typeof LANGUAGES)[number];

/** What is said of a rule. */
export interface RuleWords {
  /** The heading of a refusal. */
  readonly title: string;
  /** What is so when the rule has nothing against it. */
  readonly holds: string;
  /** Sentences with names in braces; the first whose names the refusal all has is the one that is said. */
  readonly says: readonly string[];
  /** One item of a list of cases or lines. */
  readonly each?: string;
  /** Said instead when that list is empty. */
  readonly none?: string;
}

type Words = Readonly<Record<string, string>>;

/** Everything that is said in one language, by the id of what it is about. */
export interface LanguageFile {
  readonly stages: Words;
  readonly roles: Words;
  readonly words: Words;
  readonly list: { readonly separator: string; readonly items: string; readonly more: string };
  readonly rules: Readonly<Record<string, RuleWords>>;
  readonly validation: Words;
  readonly problems: Words;
  /** What is said of an imported file, by the code of it. */
  readonly imports: Words;
}

const files: Readonly<Record<Language, LanguageFile>> = { 'zh-CN': chinese, en };

export function languageFile(language: Language): LanguageFile {
  return files[language];
}

/** The language that an `Accept-Language` header prefers, Chinese when it prefers none of ours. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase().split(';q='))
    .map(([tag = '', weight = '1']) => ({ tag, weight: Number(weight) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find(({ tag }) => /^(zh|en)\b/.test(tag));
  return wanted?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
