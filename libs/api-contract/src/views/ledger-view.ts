import type { FinalCounts, LedgerSums } from '@yihu/domain';
import type { AllowedAction } from './case-view';

/** A town's money to the last entry of its ledger, and how its cases ended. */
export interface LedgerView extends LedgerSums {
  readonly id: string;
  /** Also the ETag, and so what `If-Match` is to name. */
  readonly revision: number;
  readonly year: number;
  readonly unit: string;
  readonly reservedFen: number;
  readonly roomFen: number;
  /** What is still to be returned to the district. */
  readonly surplusFen: number;
  readonly settled: number;
  readonly stages: FinalCounts;
  readonly closed: boolean;
  readonly allowedActions: readonly AllowedAction[];
}
