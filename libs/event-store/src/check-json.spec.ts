import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { jsonProblem } from './check-json';

describe('jsonProblem', () => {
  it('NAM-03 lets through only what comes back from JSON with the same canonical text', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (value) => {
          if (jsonProblem(value) !== undefined) return;
          const read: unknown = JSON.parse(JSON.stringify(value));
          expect(canonicalize(read)).toBe(canonicalize(value));
        },
      ),
    );
  });

  it('takes objects of whole characters, safe integers and fractions', () => {
    const text = fc.string({ unit: 'grapheme' });
    const fraction = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const values = [text, fraction, fc.maxSafeInteger(), fc.boolean(), fc.constant(null)];
    const key = text.filter((name) => name !== '__proto__');
    fc.assert(fc.property(fc.object({ key, values }), (value) => expect(jsonProblem(value)).toBeUndefined()));
  });

  it('names the way to the fault', () => {
    expect(jsonProblem({ lines: [{ fen: 1 }, { fen: 0.1 / 0 }] })).toBe(
      '.lines[1].fen is not a finite number',
    );
    expect(jsonProblem(JSON.parse('{"a":{"__proto__":1}}'))).toBe('.a has a key "__proto__"');
    expect(jsonProblem(undefined)).toBe('the value is a undefined, which JSON does not have');
  });
});
