import { lineAmountFen, sumFen } from '../money';
import type { AcceptedLine, PlanContent } from './facts';

/**
 * What the subsidy comes to after acceptance: for each line the lesser of what was filed and what was
 * accepted at no more than the filed price (A8). Lines cannot make up for each other.
 */
export function payableFen(plan: PlanContent, accepted: readonly AcceptedLine[]): number {
  return sumFen(
    plan.lines.map((line, index) => {
      const found = accepted.find((each) => each.lineNo === index + 1);
      if (!found) return 0;
      const priceFen = Math.min(line.unitPriceFen, found.paidUnitPriceFen);
      return Math.min(line.amountFen, lineAmountFen(found.acceptedMilli, priceFen));
    }),
  );
}
