import { registerDecorator } from 'class-validator';

/** Every way in which a field can be wrong; the language files have words for each. */
export const VALIDATION_KINDS = [
  'required',
  'unknown-field',
  'forbidden-key',
  'object',
  'list',
  'distinct',
  'plain-text',
  'one-of',
  'flag',
  'fen',
  'thousandths',
  'whole-number',
  'iso-day',
  'unit',
  'hash',
  'uuid',
  'staff-id',
  'case-id',
  'identity',
  'account',
  'phone',
] as const;

export type ValidationKind = (typeof VALIDATION_KINDS)[number];

/** What the words about a wrong field may name, e.g. the largest number that is taken. */
export type ValidationNumbers = Readonly<Record<string, string | number>>;

/** A check of one field. `kind` is what the language files know it by. */
export function valid(
  kind: ValidationKind,
  check: (value: unknown) => boolean,
  numbers: ValidationNumbers = {},
): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: kind,
      target: target.constructor,
      propertyName: String(property),
      options: { context: numbers, message: kind },
      validator: { validate: check },
    });
  };
}
