import { ValidateNested } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { field, type FieldOptions } from './field';
import { valid } from './valid';

type RequestClass = new () => object;

/** A part of a request with fields of its own. */
export function IsObject(classOf: () => RequestClass, options: FieldOptions = {}) {
  return field(
    // Swagger takes a function for a class, unless it is written into the very property `type`.
    { type: () => classOf() },
    options,
    Type(classOf),
    ValidateNested(),
    valid('object', isObject),
  );
}

/** A list of such parts. */
export function IsListOf(classOf: () => RequestClass, itemsMax: number, options: FieldOptions = {}) {
  // The nested checks pass over null, so each item is looked at here.
  const isList = (value: unknown) =>
    Array.isArray(value) && value.length <= itemsMax && value.every(isObject);
  return field(
    { type: () => classOf(), isArray: true, maxItems: itemsMax },
    options,
    Type(classOf),
    // The nested checks would go through every item of a list that is refused for its length.
    Transform(({ value }: { readonly value: unknown }) => (isTooLong(value, itemsMax) ? TOO_LONG : value)),
    ValidateNested({ each: true }),
    valid('list', isList, { max: itemsMax }),
  );
}

const TOO_LONG = 'too long';

function isTooLong(value: unknown, itemsMax: number): boolean {
  return Array.isArray(value) && value.length > itemsMax;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** No two items of the list have the same value there. */
export function HasDistinct(property: string): PropertyDecorator {
  return valid('distinct', (value) => {
    const items = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
    return new Set(items.map((item) => item?.[property])).size === items.length;
  });
}
