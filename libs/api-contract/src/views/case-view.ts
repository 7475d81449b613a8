import type { CaseState, HouseholdClass, PlanContent, Stage } from '@yihu/domain';
import type { RefusalView } from './problem';

/** Whether the signed-in person may give a command here, and every reason against it. */
export interface AllowedAction {
  /** The last segment of the command's path. */
  readonly command: string;
  readonly allowed: boolean;
  readonly refusals: readonly RefusalView[];
  /** Shown, and stopping nothing. */
  readonly remarks: readonly RefusalView[];
}

/** The household of a case. The name is masked for whoever has no role in its territory. */
export interface CaseHousehold {
  readonly householdId: string;
  readonly householdCode: string;
  readonly householdClass: HouseholdClass;
  readonly town: string;
  readonly village: string;
  /** Missing when the household's key was destroyed. */
  readonly name?: string;
  readonly nameMasked: boolean;
}

/** A plan version as it is read: its grounds in clear, or left out. */
export interface PlanView extends Omit<PlanContent, 'grounds'> {
  readonly draftedBy: string;
  readonly grounds?: { readonly wish: string; readonly circumstances: string; readonly items: string };
}

/** One case as it stands. No identity number and no account is ever in it. */
export interface CaseView extends Pick<
  CaseState,
  | 'year'
  | 'villageCadreId'
  | 'townCadreId'
  | 'signatures'
  | 'reserved'
  | 'filedVersion'
  | 'receiptNo'
  | 'firstPaidFen'
  | 'acceptanceSignatures'
  | 'freezes'
  | 'extensions'
  | 'recoveries'
> {
  readonly caseId: string;
  /** Also the ETag, and so what `If-Match` is to name. */
  readonly revision: number;
  readonly stage: Stage;
  /** The place in the machine, finer than the stage. */
  readonly place: string;
  readonly household: CaseHousehold;
  /** The version being drafted or signed. */
  readonly plan?: PlanView;
  readonly planVersions: number;
  readonly completedOn?: string;
  readonly acceptance?: NonNullable<CaseState['acceptance']>;
  readonly accepted?: NonNullable<CaseState['accepted']>;
  readonly allowedActions: readonly AllowedAction[];
}

/** A case in a list. */
export interface CaseListItem extends CaseHousehold {
  readonly caseId: string;
  readonly year: number;
  readonly stage: Stage;
  readonly place: string;
  readonly planVersion: number;
  readonly subsidyFen: number;
  readonly rewardFen: number;
  readonly frozen: boolean;
  readonly revision: number;
  readonly updatedAt: string;
  /** The case's history could not be read to its end, so this may not be the latest. */
  readonly incomplete: boolean;
}

/** A page of a list. `next` goes into `after` for the page behind it; it is missing on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next?: string;
}

export interface CasePage extends Page<CaseListItem> {
  /** How many cases of the selection may not be the latest. */
  readonly incompleteCount: number;
}

/** One event of a case. What was sealed is in clear for whoever has a role in the territory, else left out. */
export interface TimelineItem {
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly stage: string;
  readonly actorId: string;
  readonly office: string;
  readonly role: string;
  readonly recordedAt: string;
  readonly paperOn?: string;
  readonly data: Readonly<Record<string, unknown>>;
}
