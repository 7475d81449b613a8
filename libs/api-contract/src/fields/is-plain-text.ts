import { Transform } from 'class-transformer';
import { field, type FieldOptions } from './field';
import { valid } from './valid';

export interface PlainTextOptions extends FieldOptions {
  /** 0 by default: where a text may not be missing, that is mostly a rule's to say. */
  readonly min?: number;
  /** Line breaks are taken, and come out as `\n`. */
  readonly multiline?: boolean;
}

// Half a character would hash one way in memory and another way once written (NAM-03). Marks that turn the
// direction of writing make a text read otherwise than it is stored.
const NEVER = /\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u;
// How a sealed value begins: nobody types one, and a text that looks sealed would never open.
const SEAL_PREFIX = 'sealed.v1.';
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINE_BREAK = /(?!\n)\p{Cc}/u;

/** A text of at most so many characters, with whole characters and no control characters in it. */
export function IsPlainText(max: number, { min = 0, multiline = false, ...options }: PlainTextOptions = {}) {
  const control = multiline ? CONTROL_BUT_LINE_BREAK : CONTROL;
  const isPlain = (value: unknown) => isPlainText(value, min, max) && !control.test(value);
  return field(
    { type: 'string', minLength: min, maxLength: max },
    options,
    Transform(({ value }: { readonly value: unknown }) => trimmed(value)),
    valid('plain-text', isPlain, { min, max }),
  );
}

/** A list of short texts. */
export function IsListOfTexts(itemsMax: number, max: number, options: FieldOptions = {}) {
  const isList = (value: unknown) =>
    Array.isArray(value) &&
    value.length <= itemsMax &&
    value.every((each) => isPlainText(each, 1, max) && !CONTROL.test(each));
  return field(
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: max }, maxItems: itemsMax },
    options,
    valid('list', isList, { max: itemsMax }),
  );
}

/** A sentence that must be the very sentence, so nothing of it is trimmed. */
export function IsSentence(max: number) {
  const isSentence = (value: unknown) => isPlainText(value, 0, max) && !CONTROL.test(value);
  return field({ type: 'string', maxLength: max }, {}, valid('plain-text', isSentence, { min: 0, max }));
}

function isPlainText(value: unknown, min: number, max: number): value is string {
  if (typeof value !== 'string' || value.length < min || value.length > max) return false;
  return !NEVER.test(value) && !value.startsWith(SEAL_PREFIX);
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value;
}
