import type { HouseholdClass, NoticeState, ProgrammeState, Role, SummaryState } from '@yihu/domain';
import type { AllowedAction } from './case-view';

/** Who is signed in, and the office's clock (UTC). */
export interface SessionView {
  readonly now: string;
  /** The years of the district's programmes, the newest first. */
  readonly programmes: readonly number[];
  readonly staffId: string;
  readonly office: string;
  readonly unit: string;
  readonly name?: string;
  readonly grants: readonly { readonly role: Role; readonly territory: string }[];
}

/** A new session: its token goes into `Authorization: Bearer`. */
export interface SignedIn {
  readonly token: string;
  readonly staffId: string;
}

export interface ProgrammeView extends ProgrammeState {
  readonly revision: number;
}

/** A town's money: what it was given, has promised, has paid and can still promise. */
export interface TownView {
  readonly year: number;
  readonly town: string;
  readonly households: number;
  readonly rosterClosed: boolean;
  readonly standardVersion: number;
  readonly allottedFen: number;
  readonly reservedFen: number;
  readonly roomFen: number;
  readonly paidFirstFen: number;
  readonly paidSecondFen: number;
  readonly paidRewardFen: number;
  readonly recoveredFen: number;
  readonly settledCount: number;
  readonly incomplete: boolean;
}

/** Someone found by name, pinyin initials or the last four digits of the phone; only in the reader's territory. */
export interface FoundPerson {
  readonly householdId: string;
  readonly householdCode: string;
  readonly name: string;
  readonly town: string;
  readonly village: string;
  readonly caseId?: string;
}

/** A household in a list, its name masked whoever asks. */
export interface HouseholdListItem {
  readonly householdId: string;
  readonly householdCode: string;
  readonly householdClass: HouseholdClass;
  readonly year: number;
  readonly town: string;
  readonly village: string;
  readonly memberCount: number;
  readonly name?: string;
  readonly accountState: 'none' | 'proposed' | 'designated';
  readonly revision: number;
  readonly incomplete: boolean;
}

interface Subject {
  readonly id: string;
  readonly revision: number;
}

/** What may be done about it stands beside it. */
interface Offered extends Subject {
  readonly allowedActions: readonly AllowedAction[];
}

export type SummaryView = Offered & SummaryState;
export type NoticeView = Offered & NoticeState;
