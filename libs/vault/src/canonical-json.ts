import canonicalize from 'canonicalize';

/** What JSON can say, and so what can be sealed. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/**
 * RFC 8785 text of a value, so that the order in which a client wrote its keys makes no difference.
 * Throws for what JSON cannot say. Lone surrogates come out escaped, so the text is always valid UTF-8.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`JSON cannot say a value of type ${typeof value}.`);
  return text;
}
