interface Amounts {
  readonly subsidyFen: number;
  readonly rewardFen: number;
}

const STEP_FEN = 5_000;
const REWARD_FEN_MIN = 50_000;
const REWARD_FEN_MAX = 150_000;

/** Room that may be left: what two cadres could still race for. */
const ROOM_FEN_MAX = 60_000;

/**
 * Floats the planned rewards in steps of 50 yuan, household after household, until the plans leave some room in
 * the quota and not much: a town plans its budget out and never over (R15, R18).
 */
export function balanceRewards<Plan extends Amounts>(
  plans: readonly Plan[],
  quotaFen: number,
): readonly Plan[] {
  const rewards = plans.map(({ rewardFen }) => rewardFen);
  let roomFen = quotaFen - plans.reduce((sum, plan) => sum + plan.subsidyFen + plan.rewardFen, 0);
  let at = 0;
  let unmoved = 0;
  while (roomFen <= 0 || roomFen > ROOM_FEN_MAX) {
    if (unmoved > plans.length) throw new RangeError('The rewards cannot be floated far enough.');
    const before = rewards[at]!;
    const after = before === 0 ? 0 : floated(before, roomFen > 0 ? STEP_FEN : -STEP_FEN);
    rewards[at] = after;
    roomFen -= after - before;
    unmoved = after === before ? unmoved + 1 : 0;
    at = (at + 1) % plans.length;
  }
  return plans.map((plan, index) => ({ ...plan, rewardFen: rewards[index]! }));
}

function floated(rewardFen: number, stepFen: number): number {
  return Math.min(REWARD_FEN_MAX, Math.max(REWARD_FEN_MIN, rewardFen + stepFen));
}
