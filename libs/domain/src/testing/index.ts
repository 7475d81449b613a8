export { Desk } from './desk';
export type { Wish } from './desk';
export {
  acceptanceOf,
  acceptanceSignature,
  budgetSignature,
  caseIdOf,
  caseState,
  leg,
  LEDGER,
  ON,
  openOffice,
  PLAN,
  planOf,
  POLICY,
  stageOfCase,
  TOWN,
  VILLAGE,
  YEAR,
} from './season';
