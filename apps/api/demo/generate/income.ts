import type { Activity } from './items';
import { between, steppedBetween, type Random } from './random';
import type { Story } from './stories';

export interface DemoIncome {
  readonly forecastFen: number;
  readonly actualFen: number;
  readonly estimateFen: number;
  /** Crops are harvested after the acceptance, so planting is often judged by an estimate. */
  readonly basis: 'actual' | 'estimate';
}

const FULL_REWARD_FROM_FEN = 250_000;
const HALF_REWARD_FROM_FEN = 150_000;
const STEP_FEN = 10_000;

/** Incomes around the town's two tiers, as the story asks for them; undefined where nothing is accepted. */
export function incomeOf(random: Random, story: Story, activity: Activity, subsidyFen: number): DemoIncome {
  const hopedFen = Math.round((subsidyFen * (1.3 + random() * 0.6)) / STEP_FEN) * STEP_FEN;
  const forecastFen = Math.max(FULL_REWARD_FROM_FEN, hopedFen);
  const judgedFen = judgedIncomeFen(random, story, forecastFen);
  const isEstimated = activity === 'planting' && between(random, 1, 10) <= 4;
  if (isEstimated) {
    const sharePercent = between(random, 0, 30);
    const actualFen = Math.floor((judgedFen * sharePercent) / 100 / STEP_FEN) * STEP_FEN;
    return { forecastFen, actualFen, estimateFen: judgedFen, basis: 'estimate' };
  }
  const stillToComeFen = steppedBetween(random, 0, 50_000, STEP_FEN);
  return { forecastFen, actualFen: judgedFen, estimateFen: judgedFen + stillToComeFen, basis: 'actual' };
}

/** The income that decides the reward. Exactly the target is enough, and now and then it is exactly that. */
function judgedIncomeFen(random: Random, story: Story, forecastFen: number): number {
  if (story === 'reward-missed')
    return steppedBetween(random, 40_000, HALF_REWARD_FROM_FEN - STEP_FEN, STEP_FEN);
  if (story === 'reward-tier') {
    return steppedBetween(random, HALF_REWARD_FROM_FEN, FULL_REWARD_FROM_FEN - STEP_FEN, STEP_FEN);
  }
  if (between(random, 1, 10) === 1) return FULL_REWARD_FROM_FEN;
  return steppedBetween(random, FULL_REWARD_FROM_FEN, forecastFen + 60_000, STEP_FEN);
}
