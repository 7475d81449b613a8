import { permilleOf } from './money';
import type { RewardDecision, AcceptedIncome, PlanContent } from './case/facts';
import type { IncomeStandard } from './programme/state';
import type { IncomeTier } from './programme/facts';

/** The income from which a tier counts, in fen; a ratio is taken of the filed subsidy (situation 3). */
function boundFen(standard: IncomeStandard, tier: IncomeTier, subsidyFen: number): number {
  return standard.basis === 'absolute' ? (tier.fromFen ?? 0) : permilleOf(subsidyFen, tier.fromPermille ?? 0);
}

/** The income that earns the whole planned reward; pinned in the plan and frozen by the town signature (R30). */
export function targetFenOf(standard: IncomeStandard, subsidyFen: number): number {
  return boundFen(standard, standard.tiers.at(-1)!, subsidyFen);
}

/** What an income earns of the planned reward: the highest tier whose bound it reaches, down to the fen. */
export function rewardFor(
  standard: IncomeStandard | undefined,
  plan: PlanContent,
  income: AcceptedIncome,
): RewardDecision {
  const incomeFen = income.basis === 'actual' ? income.actualFen : income.estimateFen;
  const base = { targetFen: plan.targetFen, incomeFen, basis: income.basis };
  if (plan.rewardFen === 0 || !standard) return { ...base, outcome: 'none-planned', rewardFen: 0 };
  const reached = standard.tiers
    .filter((tier) => incomeFen >= boundFen(standard, tier, plan.subsidyFen))
    .at(-1);
  const rewardFen = permilleOf(plan.rewardFen, reached?.rewardPermille ?? 0);
  if (rewardFen === 0) return { ...base, outcome: 'not-met', rewardFen };
  return { ...base, outcome: rewardFen === plan.rewardFen ? 'met' : 'tier', rewardFen };
}
