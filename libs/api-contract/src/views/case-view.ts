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
  /** The rules that were asked and had nothing against it. */
  readonly passed: readonly PassedRule[];
}

/** A rule that said yes, with the words for it. */
export interface PassedRule {
  readonly rule: string;
  readonly source: string;
  readonly text: string;
}

/** A member of staff who works on a case. */
export interface CaseStaff {
  readonly staffId: string;
  readonly name?: string;
  readonly office: string;
}

/** Whom a case waits for: a role, and the person where one is assigned. */
export interface WaitsFor {
  /** The last segment of the command it waits for. */
  readonly task: string;
  readonly role: string;
  readonly staffId?: string;
  readonly name?: string;
  /** Since when (UTC). */
  readonly since: string;
  /** ISO date, where the programme sets one. */
  readonly dueOn?: string;
}

/** A stage that the case has passed, stands in or has before it. */
export interface PathStop {
  readonly stage: Stage;
  readonly state: 'past' | 'current' | 'ahead';
  /** When it was entered (UTC), and by whom. */
  readonly enteredAt?: string;
  readonly by?: string;
}

/** The last return of the plan or its filing: what to mend, field by field. */
export interface ReturnedView {
  readonly revision: number;
  readonly level: string;
  readonly reasonCode: string;
  readonly fields: readonly string[];
  /** Left out for whoever does not know the people. */
  readonly text?: string;
  readonly by?: string;
  readonly at: string;
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
  readonly household: CaseHousehold & { readonly memberCount: number; readonly phoneMasked?: string };
  readonly villageCadre?: CaseStaff;
  readonly townCadre?: CaseStaff;
  /** Names of those who signed and accepted, by staff id: they may be others than who is assigned now. */
  readonly staffNames: Readonly<Record<string, string>>;
  /** Missing in an ending. */
  readonly waitsFor?: WaitsFor;
  /** The six stages, or those up to an ending that came early. */
  readonly path: readonly PathStop[];
  /** The version being drafted or signed. */
  readonly plan?: PlanView;
  /** The version before it, so that what changed can be shown. */
  readonly previousPlan?: PlanView;
  readonly planVersions: number;
  /** Present while a returned plan has not gone further than it had. */
  readonly returned?: ReturnedView;
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

/**
 * One event of a case. What was sealed is in clear for whoever has a role in the territory, else left out. The
 * item itself serves as the metadata that the domain's reducers read, so a history folds in a browser.
 */
export interface TimelineItem {
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly stage: string;
  readonly actorId: string;
  readonly actorName?: string;
  readonly office: string;
  readonly role: string;
  readonly recordedAt: string;
  readonly paperOn?: string;
  /** The policy that the decision was made under. */
  readonly policyVersion?: number;
  readonly data: Readonly<Record<string, unknown>>;
}
