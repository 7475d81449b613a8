import * as fc from 'fast-check';
import { frame } from './frame';

describe('framing (design §6, sealed values)', () => {
  it('gives other bytes when the border between two texts moves', () => {
    expect(frame('ab', 'c').equals(frame('a', 'bc'))).toBe(false);
    expect(frame('abc').equals(frame('abc', ''))).toBe(false);
  });

  it('gives equal bytes for equal lists only', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        expect(frame(...left).equals(frame(...right))).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
  });
});
