import type { Activity } from '@yihu/domain';
import type { CaseHousehold } from './case-view';

/** How near the day is by which something has to be done. */
export type DueGroup = 'overdue' | 'today' | 'within-three-days' | 'later' | 'no-date';

/** Which of a person's lists is asked for: what waits for them, or what they have acted on. */
export type WorklistQueue = 'todo' | 'done';

/** The one remark that a row of a worklist has room for. */
export type WorklistReason =
  'returned' | 'resubmitted' | 'rectifying' | 'frozen' | 'bank-returned' | 'at-cap';

/** One thing that waits for the signed-in person, or that they have acted on. */
export interface WorklistItem {
  /** The same for as long as it is the same thing to do. */
  readonly key: string;
  /** The kind of stream it is about. */
  readonly kind: 'case' | 'summary' | 'payment' | 'notice';
  readonly subjectId: string;
  /** The last segment of the command that it waits for; for what is done, of the command given last. */
  readonly task: string;
  readonly year: number;
  readonly town: string;
  readonly village?: string;
  /** For cases. */
  readonly household?: CaseHousehold;
  readonly activity?: Activity;
  readonly stage?: string;
  /** Of the version that waits to be signed; a signature names it. */
  readonly contentHash?: string;
  readonly planVersion?: number;
  /** How many cases or rows it holds; 1 for a case. */
  readonly count: number;
  /** The subsidy of a case, the sum of a sheet or a batch. */
  readonly amountFen: number;
  readonly rewardFen: number;
  /** When it began to wait (UTC), and the calendar days since in Shanghai. */
  readonly since: string;
  readonly waitingDays: number;
  /** ISO date. Missing when neither the programme nor its step limits set one. */
  readonly dueOn?: string;
  readonly dueGroup: DueGroup;
  readonly reason?: WorklistReason;
  readonly revision: number;
}

/** A page of a person's worklist: due groups in order, the oldest first in each. */
export interface WorklistView {
  /** The office's clock (UTC) and the date it makes in Shanghai. */
  readonly now: string;
  readonly today: string;
  readonly counts: { readonly todo: number; readonly done: number };
  /** Over the whole selection and not only this page. */
  readonly overdue: number;
  readonly total: number;
  readonly tasks: readonly { readonly task: string; readonly count: number }[];
  readonly villages: readonly { readonly village: string; readonly count: number }[];
  readonly items: readonly WorklistItem[];
  readonly next?: string;
  readonly incomplete: boolean;
}
