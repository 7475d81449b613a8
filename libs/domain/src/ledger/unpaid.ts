import type { Fact } from '@yihu/workflow';
import { accountOf, type LedgerState } from './account';
import { ledgerFact } from './facts';

/** Gives back to the town what was promised to a case and not paid, if there is any. */
export function unpaidReleased(ledger: LedgerState, caseId: string, cause: string): readonly Fact[] {
  const { reserved, paid } = accountOf(ledger, caseId);
  const subsidyFen = reserved.subsidyFen - paid.subsidyFen;
  const rewardFen = reserved.rewardFen - paid.rewardFen;
  if (subsidyFen + rewardFen === 0) return [];
  return [ledgerFact('ReservationReleased', { caseId, subsidyFen, rewardFen, cause })];
}
