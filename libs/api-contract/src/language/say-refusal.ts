import { languageFile, type Language, type LanguageFile, type RuleWords } from './language';
import { sayPercent, sayQuantity, sayYuan } from './say-number';

type Detail = Readonly<Record<string, unknown>>;

/** What a refusal must have to be put into words. */
export interface Sayable {
  readonly rule: string;
  readonly detail: Detail;
}

const NAME = /\{(\w+)(?::(\w+))?\}/g;
const ITEMS_MAX = 3;

/** The names in each sentence asked about so far; there are no more sentences than the language files have. */
const names = new Map<string, readonly string[]>();

/** The names that a sentence needs. */
export function namesIn(sentence: string): readonly string[] {
  const known = names.get(sentence) ?? [...sentence.matchAll(NAME)].map((match) => match[1]!);
  names.set(sentence, known);
  return known;
}

/** Puts a refusal into words, with its numbers in them. */
export function sayRefusal({ rule, detail }: Sayable, language: Language): string {
  const file = languageFile(language);
  const words = file.rules[rule];
  if (!words) return rule;
  if (words.none !== undefined && isEmptyList(detail['cases'])) return words.none;
  const sentence = words.says.find((each) => namesIn(each).every((name) => detail[name] !== undefined));
  return sentence === undefined ? words.title : fill(sentence, detail, file, words);
}

/** Says what a rule that has nothing against it has found to be so. */
export function sayPassed(rule: string, language: Language): string {
  return languageFile(language).rules[rule]?.holds ?? rule;
}

/** Says what is wrong with a field. A missing number leaves its name, so that it is seen. */
export function sayValidation(
  kind: string,
  numbers: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return filledIn(languageFile(language).validation[kind] ?? kind, numbers);
}

/** Says what is to be said of an imported file, its row or its cell. */
export function sayImport(
  code: string,
  numbers: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return filledIn(languageFile(language).imports[code] ?? code, numbers);
}

function filledIn(sentence: string, numbers: Readonly<Record<string, string | number>>): string {
  return sentence.replace(NAME, (whole, name: string) => String(numbers[name] ?? whole));
}

function fill(sentence: string, detail: Detail, file: LanguageFile, words?: RuleWords): string {
  return sentence.replace(NAME, (_whole, name: string, form: string | undefined) =>
    say(detail[name], form, file, words),
  );
}

function say(value: unknown, form: string | undefined, file: LanguageFile, words?: RuleWords): string {
  if (form === 'each') return sayItems(value, file, words?.each ?? '');
  if (Array.isArray(value))
    return sayList(
      value.map((each) => say(each, form, file, words)),
      file,
    );
  if (typeof value === 'number') return sayNumber(value, form);
  const text = String(value);
  if (form === 'stage') return file.stages[text] ?? text;
  if (form === 'role') return file.roles[text] ?? text;
  if (form === 'words') return file.words[text] ?? text;
  return text;
}

function sayNumber(value: number, form: string | undefined): string {
  if (form === 'yuan') return sayYuan(value);
  if (form === 'quantity') return sayQuantity(value);
  if (form === 'percent') return sayPercent(value);
  return String(value);
}

function sayList(said: readonly string[], file: LanguageFile): string {
  return said.length === 0 ? '–' : said.join(file.list.separator);
}

/** The first few of a list of cases or lines, and how many there are. */
function sayItems(value: unknown, file: LanguageFile, each: string): string {
  const items = Array.isArray(value) ? (value as readonly Detail[]) : [];
  const said = items.slice(0, ITEMS_MAX).map((item) => fill(each, item, file));
  const more = items.length > ITEMS_MAX ? [file.list.more.replace('{count}', String(items.length))] : [];
  return [...said, ...more].join(file.list.items);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
