import type {
  HouseholdClass,
  NoticeState,
  PaymentState,
  ProgrammeState,
  Role,
  SummaryState,
} from '@yihu/domain';

/** Who is signed in. */
export interface SessionView {
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

export type SummaryView = Subject & SummaryState;
export type PaymentView = Subject & PaymentState;
export type NoticeView = Subject & NoticeState;
