import type { JsonObject } from '@yihu/event-store';

/**
 * A copy without the members that are undefined, as JSON would leave them out. Nothing else is mended: what
 * JSON cannot hold is for the store to refuse.
 */
export function withoutUndefined(object: object): JsonObject {
  return copied(object) as JsonObject;
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[name] = copied(member);
  }
  return copy;
}

/** A plain object of any realm: its prototype is missing or is the end of the chain. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
