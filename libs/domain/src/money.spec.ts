import * as fc from 'fast-check';
import { assertFen, firstTrancheFen, lineAmountFen, permilleOf, sumFen } from './money';

describe('money', () => {
  // MON-02: amounts that floats lose a fen on.
  it.each([
    [1_500, 543, 815],
    [3_000, 10, 30],
    [1_000, 435, 435],
    [1_000, 115, 115],
    [1_500, 1, 2],
    [1_499, 1, 1],
    [0, 100, 0],
  ])(
    '%i thousandths at %i fen are %i fen, half up (A5, MON-02)',
    (quantityMilli, unitPriceFen, amountFen) => {
      expect(lineAmountFen(quantityMilli, unitPriceFen)).toBe(amountFen);
    },
  );

  it('halves every subsidy without losing or making a fen (A6, MON-01)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (subsidyFen) => {
        const first = firstTrancheFen(subsidyFen);
        const second = subsidyFen - first;
        expect(second - first === 0 || second - first === 1).toBe(true);
      }),
    );
  });

  it('takes a share down to the fen and never more than the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 1000 }),
        (amountFen, permille) => {
          expect(permilleOf(amountFen, permille)).toBe(Math.floor((amountFen * permille) / 1000));
        },
      ),
    );
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null])(
    'refuses %p (MON-03)',
    (amount) => {
      expect(() => assertFen(amount as number)).toThrow(RangeError);
      expect(() => sumFen([1, amount as number])).toThrow(RangeError);
    },
  );
});
