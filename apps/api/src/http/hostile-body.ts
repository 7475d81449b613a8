import type { WrongField } from './request-problem';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than any request of ours, and shallow enough for everything that walks one. */
const DEPTH_MAX = 12;

/** More than any list of a form holds. Each item of a list is checked before the list is counted. */
const ITEMS_MAX = 1000;

/**
 * Keys that could change the class of an object they are copied to, and nesting or lists without end. The parts
 * that check fields pass over such keys, so a body is looked through before they see it.
 */
export function hostileFields(body: unknown): readonly WrongField[] {
  const found: WrongField[] = [];
  const pending: { readonly value: unknown; readonly field: string; readonly depth: number }[] = [
    { value: body, field: '', depth: 0 },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, field, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEPTH_MAX) return [{ field, kind: 'object', numbers: {} }];
    if (Array.isArray(value) && value.length > ITEMS_MAX)
      return [{ field, kind: 'list', numbers: { max: ITEMS_MAX } }];
    for (const [key, member] of Object.entries(value)) {
      const inner = field === '' ? key : `${field}.${key}`;
      if (FORBIDDEN.has(key)) found.push({ field: inner, kind: 'forbidden-key', numbers: {} });
      pending.push({ value: member, field: inner, depth: depth + 1 });
    }
  }
  return found;
}
