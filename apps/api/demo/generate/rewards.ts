interface Amounts {
  readonly subsidyFen: number;
  readonly rewardFen: number;
}

interface Room {
  readonly minFen: number;
  readonly maxFen: number;
}

const STEP_FEN = 5_000;
const REWARD_FEN_MIN = 50_000;
const REWARD_FEN_MAX = 150_000;

/** Room that may be left in the quota: a town plans its budget out and never over (R15, R18). */
const LITTLE_ROOM: Room = { minFen: 1, maxFen: 60_000 };
const LESS_THAN_A_STEP: Room = { minFen: 0, maxFen: STEP_FEN - 1 };

export function sumOfAmountsFen(amounts: readonly Amounts[]): number {
  return amounts.reduce((sum, { subsidyFen, rewardFen }) => sum + subsidyFen + rewardFen, 0);
}

/** The planned rewards, floated until the plans leave some room in the quota and not much. */
export function rewardsWithin(amounts: readonly Amounts[], quotaFen: number): readonly number[] {
  return floatedInto(amounts, quotaFen, LITTLE_ROOM);
}

/** The planned rewards, floated until the plans need the quota to the fen. */
export function rewardsFilling(amounts: readonly Amounts[], quotaFen: number): readonly number[] {
  const rewards = [...floatedInto(amounts, quotaFen, LESS_THAN_A_STEP)];
  const roomFen = quotaFen - sumOfAmountsFen(withRewards(amounts, rewards));
  const taker = rewards.findIndex((rewardFen) => rewardFen > 0 && rewardFen + roomFen <= REWARD_FEN_MAX);
  if (taker < 0) throw new RangeError('No reward can take what is left.');
  rewards[taker]! += roomFen;
  return rewards;
}

/** Moves the rewards in steps of 50 yuan, one plan after another. A plan without a reward keeps none. */
function floatedInto(amounts: readonly Amounts[], quotaFen: number, room: Room): readonly number[] {
  const rewards = amounts.map(({ rewardFen }) => rewardFen);
  let roomFen = quotaFen - sumOfAmountsFen(amounts);
  let at = 0;
  let unmoved = 0;
  while (roomFen < room.minFen || roomFen > room.maxFen) {
    if (unmoved > amounts.length) throw new RangeError('The rewards cannot be floated far enough.');
    const before = rewards[at]!;
    const after = before === 0 ? 0 : floated(before, roomFen > room.maxFen ? STEP_FEN : -STEP_FEN);
    rewards[at] = after;
    roomFen -= after - before;
    unmoved = after === before ? unmoved + 1 : 0;
    at = (at + 1) % amounts.length;
  }
  return rewards;
}

function withRewards(amounts: readonly Amounts[], rewards: readonly number[]): readonly Amounts[] {
  return amounts.map((each, index) => ({ ...each, rewardFen: rewards[index]! }));
}

function floated(rewardFen: number, stepFen: number): number {
  return Math.min(REWARD_FEN_MAX, Math.max(REWARD_FEN_MIN, rewardFen + stepFen));
}
