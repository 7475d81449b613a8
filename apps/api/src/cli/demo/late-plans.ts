import { lineAmountFen, sumFen, type Policy } from '@yihu/domain';
import type { Journey } from '../season/cast';
import type { DemoLine, DemoPlan } from '../season/demo-files';

/** What a small plan may cost. */
const SMALL_FEN = 30_000;

/** Amounts are shared out in steps of ten yuan. */
const STEP_FEN = 1_000;

type Caps = Pick<Policy, 'subsidyCapFen' | 'rewardCapFen'>;

/** A household whose year goes another way, with other plans, than its file says. */
export function withPlans(journey: Journey, story: string, plans: readonly DemoPlan[]): Journey {
  const { household } = journey;
  return { ...journey, household: { ...household, year: { ...household.year, story, plans } } };
}

/** As much of the plan's cheapest item as 300 yuan buy, and no reward. */
export function smallPlan({ lines, ...plan }: DemoPlan): DemoPlan {
  const line = lines.reduce((cheapest, each) =>
    each.unitPriceFen < cheapest.unitPriceFen ? each : cheapest,
  );
  const quantityMilli = Math.max(1, Math.floor(SMALL_FEN / line.unitPriceFen)) * 1000;
  return { ...plan, lines: [{ ...line, quantityMilli, acceptedMilli: quantityMilli }], rewardFen: 0 };
}

/** The plan at a price that nobody asks for: what a town cadre returns. */
export function dearPlan({ lines, ...plan }: DemoPlan): DemoPlan {
  const [line, ...others] = lines;
  return { ...plan, lines: [{ ...line!, unitPriceFen: line!.unitPriceFen * 2 }, ...others] };
}

/** Shares an amount out over the plans, in round sums as far as the caps let it; the last takes what is left. */
export function raisedPlans(plans: readonly DemoPlan[], moreFen: number, caps: Caps): readonly DemoPlan[] {
  let leftFen = Math.max(0, moreFen);
  return plans.map((plan, index) => {
    const plansLeft = plans.length - index;
    const shareFen = plansLeft === 1 ? leftFen : Math.floor(leftFen / plansLeft / STEP_FEN) * STEP_FEN;
    const raised = raisedPlan(plan, shareFen, caps);
    leftFen -= totalFen(raised) - totalFen(plan);
    return raised;
  });
}

/** What a plan takes of its town's quota. */
export function totalFen(plan: DemoPlan): number {
  return subsidyFen(plan) + plan.rewardFen;
}

function raisedPlan(plan: DemoPlan, moreFen: number, { subsidyCapFen, rewardCapFen }: Caps): DemoPlan {
  const subsidyMoreFen = Math.min(moreFen, subsidyCapFen - subsidyFen(plan));
  const rewardMoreFen = Math.min(moreFen - subsidyMoreFen, rewardCapFen - plan.rewardFen);
  return {
    ...plan,
    lines: subsidyMoreFen === 0 ? plan.lines : [...plan.lines, repair(plan.lines[0]!, subsidyMoreFen)],
    rewardFen: plan.rewardFen + rewardMoreFen,
  };
}

function subsidyFen({ lines }: DemoPlan): number {
  return sumFen(lines.map(({ quantityMilli, unitPriceFen }) => lineAmountFen(quantityMilli, unitPriceFen)));
}

function repair({ activity }: DemoLine, amountFen: number): DemoLine {
  return {
    category: 'production-condition',
    activity,
    item: '圈舍修缮',
    unit: '项',
    quantityMilli: 1000,
    unitPriceFen: amountFen,
    acceptedMilli: 1000,
    paidUnitPriceFen: amountFen,
  };
}
