import { UNIT_PATTERN, isIsoDate } from '@yihu/domain';
import { field, type FieldOptions } from './field';
import { valid, type ValidationKind, type ValidationNumbers } from './valid';

const HASH = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const STAFF_ID = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/;
const CASE_ID = /^\d{4}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A day that exists, `2024-06-15`. */
export function IsIsoDay(options: FieldOptions = {}) {
  const isDay = (value: unknown) => typeof value === 'string' && isRealDay(value);
  return field({ type: 'string', format: 'date' }, options, valid('iso-day', isDay));
}

/** The code of a district, a town or a village. */
export function IsUnit(options: FieldOptions = {}) {
  return code('unit', UNIT_PATTERN, options);
}

/** The code of a town-level unit. */
export function IsTown(options: FieldOptions = {}) {
  return code('unit', /^\d{9}$/, options);
}

/** The code of a village. */
export function IsVillage(options: FieldOptions = {}) {
  return code('unit', /^\d{9}v\d{2}$/, options);
}

/** SHA-256 in lower-case hex: of a content, of a photo, of a file. */
export function IsHash(options: FieldOptions = {}) {
  return code('hash', HASH, options);
}

export function IsListOfHashes(itemsMax: number) {
  const isList = (value: unknown) => isListOf(value, HASH, itemsMax);
  const schema = {
    type: 'array',
    items: { type: 'string', pattern: HASH.source },
    maxItems: itemsMax,
  } as const;
  return field(schema, {}, valid('list', isList, { max: itemsMax }));
}

/** A UUID in lower case, as all ids of the server are. */
export function IsUuid(options: FieldOptions = {}) {
  return code('uuid', UUID, options, 'uuid');
}

/** The id of a member of staff. */
export function IsStaffId(options: FieldOptions = {}) {
  return code('staff-id', STAFF_ID, options);
}

/** The id of a case: the year and the household's id. */
export function IsCaseId(options: FieldOptions = {}) {
  return code('case-id', CASE_ID, options);
}

/** Cases, each once. */
export function IsListOfCases(itemsMax: number) {
  const isList = (value: unknown) => isListOf(value, CASE_ID, itemsMax);
  const isDistinct = (value: unknown) => !Array.isArray(value) || new Set(value).size === value.length;
  const schema = {
    type: 'array',
    items: { type: 'string', pattern: CASE_ID.source },
    maxItems: itemsMax,
  } as const;
  return field(schema, {}, valid('list', isList, { max: itemsMax }), valid('distinct', isDistinct));
}

/** One of a closed list of words. */
export function IsOneOf(allowed: readonly string[], options: FieldOptions = {}) {
  const isAllowed = (value: unknown) => typeof value === 'string' && allowed.includes(value);
  const numbers: ValidationNumbers = { allowed: allowed.join(', ') };
  return field({ type: 'string', enum: [...allowed] }, options, valid('one-of', isAllowed, numbers));
}

/** One of a closed list of numbers. */
export function IsOneOfNumbers(allowed: readonly number[]) {
  const isAllowed = (value: unknown) => allowed.includes(value as number);
  const numbers: ValidationNumbers = { allowed: allowed.join(', ') };
  return field({ type: 'integer', enum: [...allowed] }, {}, valid('one-of', isAllowed, numbers));
}

export function IsFlag(options: FieldOptions = {}) {
  return field(
    { type: 'boolean' },
    options,
    valid('flag', (value) => typeof value === 'boolean'),
  );
}

function code(kind: ValidationKind, pattern: RegExp, options: FieldOptions, format?: string) {
  const matches = (value: unknown) => typeof value === 'string' && pattern.test(value);
  const schema = {
    type: 'string',
    pattern: pattern.source,
    ...(format !== undefined && { format }),
  } as const;
  return field(schema, options, valid(kind, matches));
}

function isListOf(value: unknown, pattern: RegExp, itemsMax: number): boolean {
  if (!Array.isArray(value) || value.length > itemsMax) return false;
  return value.every((each) => typeof each === 'string' && pattern.test(each));
}

function isRealDay(text: string): boolean {
  // A day that does not exist makes an invalid date, which has no ISO form to compare with.
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && isIsoDate(text);
}
