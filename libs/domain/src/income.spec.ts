import type { AcceptedIncome, PlanContent } from './case/facts';
import { rewardFor, targetFenOf } from './income';
import type { IncomeStandard } from './programme/state';

const absolute: IncomeStandard = {
  version: 1,
  basis: 'absolute',
  tiers: [
    { fromFen: 150_000, rewardPermille: 500 },
    { fromFen: 250_000, rewardPermille: 1000 },
  ],
};
const ratio: IncomeStandard = {
  version: 2,
  basis: 'ratio-to-subsidy',
  tiers: [{ fromPermille: 1200, rewardPermille: 1000 }],
};
const plan = { subsidyFen: 199_999, rewardFen: 80_001, targetFen: 250_000 } as PlanContent;
const earning = (actualFen: number, changes: Partial<AcceptedIncome> = {}): AcceptedIncome => ({
  actualFen,
  estimateFen: 0,
  basis: 'actual',
  asOf: '2024-06-05',
  ...changes,
});

describe('the reward (R30, A7, situations 2 and 3)', () => {
  it.each([
    [149_999, 'not-met', 0],
    [150_000, 'tier', 40_000],
    [249_999, 'tier', 40_000],
    [250_000, 'met', 80_001],
  ])('an income of %i fen is %s and earns %i', (actualFen, outcome, rewardFen) => {
    expect(rewardFor(absolute, plan, earning(actualFen))).toMatchObject({ outcome, rewardFen });
  });

  it('takes a ratio of the filed subsidy', () => {
    expect(targetFenOf(ratio, 199_999)).toBe(239_998);
    expect(rewardFor(ratio, plan, earning(239_998)).outcome).toBe('met');
    expect(rewardFor(ratio, plan, earning(239_997)).outcome).toBe('not-met');
  });

  it('is judged by the estimate where that is the basis', () => {
    const income = earning(0, { estimateFen: 250_000, basis: 'estimate' });
    expect(rewardFor(absolute, plan, income)).toMatchObject({
      outcome: 'met',
      basis: 'estimate',
      incomeFen: 250_000,
    });
  });

  it('is none where none was planned', () => {
    expect(rewardFor(absolute, { ...plan, rewardFen: 0 }, earning(900_000))).toMatchObject({
      outcome: 'none-planned',
      rewardFen: 0,
    });
  });
});
