import type { Activity } from './items';
import { between, steppedBetween, type Random } from './random';
import type { DemoStandard } from './standards';
import type { Story } from './stories';

export interface DemoIncome {
  readonly forecastFen: number;
  readonly actualFen: number;
  readonly estimateFen: number;
  /** Crops are harvested after the acceptance, so planting is often judged by an estimate. */
  readonly basis: 'actual' | 'estimate';
}

/** Who earns what: the town's standard for a subsidy, and of ten who plant, how many are judged by an estimate. */
export interface IncomeGround {
  readonly standard: DemoStandard;
  readonly subsidyFen: number;
  readonly activity: Activity;
  readonly estimatedOfTen: number;
}

const STEP_FEN = 10_000;

/** Incomes around the town's standard, as the story asks for them. */
export function incomeOf(random: Random, story: Story, ground: IncomeGround): DemoIncome {
  const { subsidyFen, activity, estimatedOfTen } = ground;
  const hopedFen = Math.round((subsidyFen * (1.3 + random() * 0.6)) / STEP_FEN) * STEP_FEN;
  const forecastFen = Math.max(upToStep(boundsFen(ground).at(-1)!), hopedFen);
  const judgedFen = judgedIncomeFen(random, story, forecastFen, boundsFen(ground));
  const isEstimated = activity === 'planting' && between(random, 1, 10) <= estimatedOfTen;
  if (isEstimated) {
    const sharePercent = between(random, 0, 30);
    const actualFen = Math.floor((judgedFen * sharePercent) / 100 / STEP_FEN) * STEP_FEN;
    return { forecastFen, actualFen, estimateFen: judgedFen, basis: 'estimate' };
  }
  const stillToComeFen = steppedBetween(random, 0, 50_000, STEP_FEN);
  return { forecastFen, actualFen: judgedFen, estimateFen: judgedFen + stillToComeFen, basis: 'actual' };
}

/** The income that decides the reward. Exactly the target is enough, and now and then it is exactly that. */
function judgedIncomeFen(
  random: Random,
  story: Story,
  forecastFen: number,
  bounds: readonly number[],
): number {
  const [lowestFen, fullFen] = [bounds[0]!, bounds.at(-1)!];
  if (story === 'reward-missed') {
    return steppedBetween(random, upToStep(lowestFen / 4), upToStep(lowestFen) - STEP_FEN, STEP_FEN);
  }
  if (story === 'reward-tier') {
    return steppedBetween(random, upToStep(lowestFen), upToStep(fullFen) - STEP_FEN, STEP_FEN);
  }
  if (between(random, 1, 10) === 1) return fullFen;
  return steppedBetween(random, upToStep(fullFen), forecastFen + 60_000, STEP_FEN);
}

/** From which income on each tier counts, for this subsidy. */
function boundsFen({ standard: { tiers }, subsidyFen }: IncomeGround): readonly number[] {
  return tiers.map(
    ({ fromFen, fromPermille = 0 }) => fromFen ?? Math.floor((subsidyFen * fromPermille) / 1000),
  );
}

function upToStep(amountFen: number): number {
  return Math.ceil(amountFen / STEP_FEN) * STEP_FEN;
}
