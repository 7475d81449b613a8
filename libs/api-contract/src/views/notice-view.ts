import type { NoticeState } from '@yihu/domain';
import type { AllowedAction, CaseHousehold } from './case-view';

/** A unit's notice of plans or of results, whether it was ever hung or not. */
export interface NoticeListItem extends Pick<NoticeState, 'postings' | 'photosFiled' | 'photosReceived'> {
  readonly id: string;
  /** -1 while it was never hung. */
  readonly revision: number;
  readonly year: number;
  readonly unit: string;
  readonly unitName: string;
  readonly kind: 'plan' | 'result';
  /** How many cases it has to show and does not yet. */
  readonly postableCount: number;
  /** What may be done, each about the posting that it would be given for. */
  readonly allowedActions: readonly AllowedAction[];
}

/** A case that the next posting of a notice can show. */
export interface PostableCase {
  readonly caseId: string;
  readonly household: CaseHousehold;
  readonly revision: number;
}
