import type { IsoDate, Sealed } from '../shared';
import type { AcceptedIncome, AcceptedLine, Activity, Grounds, PlanLine } from './facts';

/** What the actor fills in for each command of a case. Free text about a person is sealed before it gets here. */
export interface OpenCaseInput {
  readonly year: number;
  readonly householdId: string;
}

export interface AssignCadresInput {
  readonly villageCadreId: string;
  readonly townCadreId: string;
  readonly reason: string;
}

export interface DraftPlanInput {
  readonly activity: Activity;
  readonly lines: readonly PlanLine[];
  readonly subsidyFen: number;
  readonly rewardFen: number;
  readonly forecastFen: number;
  readonly grounds?: Grounds;
}

export interface SignInput {
  /** Hash of the content on the signer's screen or paper. */
  readonly contentHash: string;
  /** The sentence as the signer affirmed it. */
  readonly attestation: string;
  readonly method: 'paper' | 'screen';
  readonly relation?: 'head' | 'member' | 'agent';
  readonly photo?: string;
}

export interface ReasonInput {
  readonly reason: Sealed;
}

export interface ReturnInput {
  readonly reasonCode: string;
  readonly fields: readonly string[];
  readonly text: Sealed;
}

export interface FilePlanInput {
  readonly summaryNo: number;
  readonly receiptNo: string;
}

export interface NoProjectInput {
  readonly reason: 'no-wish' | 'no-labour' | 'away' | 'other';
  readonly text: Sealed;
  readonly method: 'paper' | 'screen';
  readonly relation?: 'head' | 'member' | 'agent';
  readonly photo?: string;
}

export interface WithdrawCaseInput {
  readonly ground: 'declined' | 'died' | 'moved' | 'ineligible' | 'lapsed';
  readonly reason: Sealed;
}

export interface CompletionInput {
  readonly completedOn: IsoDate;
  readonly photos: readonly string[];
}

export interface AcceptanceInput {
  readonly lines: readonly AcceptedLine[];
  readonly income: AcceptedIncome;
  readonly photos: readonly string[];
  readonly invoices: readonly string[];
}

export interface AcceptWorkInput extends SignInput {
  /** The reward as F3 shows it to the signer. */
  readonly rewardFen: number;
}

export interface RectificationInput extends ReturnInput {
  readonly dueOn: IsoDate;
}

export interface DocumentedInput {
  readonly docNo: string;
}

export interface FreezeInput {
  readonly ground: 'death' | 'objection' | 'finding' | 'account';
  readonly reference: string;
}

export interface UnfreezeInput {
  readonly ground: 'death' | 'objection' | 'finding' | 'account';
  readonly outcome: string;
}

export interface RecoveryInput {
  readonly recoveryId: string;
  readonly amountFen: number;
  readonly how: 'transfer';
  readonly receivedOn: IsoDate;
}

export interface ExtensionInput extends DocumentedInput {
  readonly deadline: 'build' | 'accept' | 'pay' | 'photos';
  readonly until: IsoDate;
  readonly ground: string;
}
