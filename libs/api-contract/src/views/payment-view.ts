import type { PaymentState } from '@yihu/domain';
import type { AllowedAction, CaseHousehold } from './case-view';

/** A payment batch in a list. */
export interface PaymentListItem {
  readonly paymentId: string;
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly status: string;
  readonly count: number;
  readonly sumFen: number;
  readonly confirmedFen: number;
  /** Rows that the bank has not answered. */
  readonly openCount: number;
  /** Rows that came back and that no later batch holds. */
  readonly returnedCount: number;
  readonly unknownCount: number;
  readonly drawnAt: string;
  readonly revision: number;
  readonly incomplete: boolean;
}

/** A batch as it stands: its rows with their households, and what may be done. */
export interface PaymentView extends PaymentState {
  readonly id: string;
  readonly revision: number;
  /** In the order of the batch's rows. */
  readonly households: readonly CaseHousehold[];
  /** Rows whose obligation a later batch holds: whatever the bank said of them here, they must not be paid again. */
  readonly drawnAgain: readonly number[];
  /** Who sent it to the bank, once somebody did. */
  readonly releasedBy?: string;
  /** Names of the staff who drew, approved and released it, by staff id. */
  readonly staffNames: Readonly<Record<string, string>>;
  readonly allowedActions: readonly AllowedAction[];
}

/** A case that a batch could hold now. */
export interface PayableCase {
  readonly caseId: string;
  readonly household: CaseHousehold;
  readonly tranche: 1 | 2;
  readonly subsidyFen: number;
  readonly rewardFen: number;
  readonly revision: number;
}
