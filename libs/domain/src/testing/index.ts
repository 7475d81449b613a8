export { Desk } from './desk';
export type { Wish } from './desk';
export {
  acceptanceOf,
  acceptanceSignature,
  budgetSignature,
  caseIdOf,
  caseState,
  leg,
  resultsFor,
  stageOfCase,
} from './legs';
export { LEDGER, ON, openOffice, PLAN, planOf, POLICY, TOWN, VILLAGE, YEAR } from './season';
