import { fact } from '@yihu/workflow';
import type { Amounts, HouseholdClass, IsoDate, Sealed, Signature } from '../shared';

/** A line's spending category: production input (R6) or production condition (R7). Reward is never a line (R8). */
export type LineCategory = 'production-input' | 'production-condition';

export const LINE_CATEGORIES: readonly LineCategory[] = ['production-input', 'production-condition'];

export type Activity = 'planting' | 'breeding' | 'e-commerce' | 'tourism' | 'equipment';

export const ACTIVITIES: readonly Activity[] = ['planting', 'breeding', 'e-commerce', 'tourism', 'equipment'];

/** One row of F1. Quantity in thousandths of the unit, money in fen. */
export interface PlanLine {
  readonly category: LineCategory;
  readonly activity: Activity;
  readonly item: string;
  readonly unit: string;
  readonly quantityMilli: number;
  readonly unitPriceFen: number;
  readonly amountFen: number;
}

/** The three grounds a plan rests on (R13), sealed: they speak about a person. */
export interface Grounds {
  readonly wish: Sealed;
  readonly circumstances: Sealed;
  readonly items: Sealed;
}

export interface PlanContent extends Amounts {
  readonly planVersion: number;
  readonly lines: readonly PlanLine[];
  readonly activity: Activity;
  readonly forecastFen: number;
  /** The income that earns the reward, from the town's standard; 0 where no reward is planned. */
  readonly targetFen: number;
  readonly standardVersion: number;
  readonly grounds?: Grounds;
  readonly contentHash: string;
}

/** One row of F3. */
export interface AcceptedLine {
  readonly lineNo: number;
  readonly acceptedMilli: number;
  readonly paidUnitPriceFen: number;
  readonly acceptedFen: number;
  readonly done: 'done' | 'partly' | 'not-done';
}

export interface AcceptedIncome {
  readonly actualFen: number;
  readonly estimateFen: number;
  /** Which of the two the reward is judged by. */
  readonly basis: 'actual' | 'estimate';
  readonly asOf: IsoDate;
}

/** One payment that is owed once and for ever: a case, a tranche, and a number for corrections (A11). */
export interface Obligation {
  readonly tranche: 1 | 2;
  readonly seq: number;
}

export interface RewardDecision {
  readonly outcome: 'met' | 'tier' | 'not-met' | 'none-planned';
  readonly targetFen: number;
  readonly incomeFen: number;
  readonly basis: 'actual' | 'estimate';
  readonly rewardFen: number;
}

interface SignedPlan {
  readonly planVersion: number;
  readonly signature: Signature;
}

interface Withdrawal {
  readonly planVersion: number;
  readonly reason: Sealed;
}

interface Return {
  readonly level: 'village' | 'town' | 'leader' | 'bureau';
  readonly reasonCode: string;
  readonly fields: readonly string[];
  readonly text: Sealed;
}

interface BankOutcome {
  readonly obligation: Obligation;
  readonly attempt: number;
  readonly valueOn: IsoDate;
}

/** Every fact of a case, in the order of the office. Money in fen, dates ISO. */
export interface CaseFacts {
  CaseOpened: {
    readonly year: number;
    readonly householdId: string;
    readonly householdCode: string;
    readonly town: string;
    readonly village: string;
    readonly householdClass: HouseholdClass;
    readonly policyVersion: number;
    readonly workflowVersion: number;
  };
  CadresAssigned: { readonly villageCadreId: string; readonly townCadreId: string; readonly reason: string };
  CaseTransferred: { readonly toTown: string; readonly toVillage: string; readonly movedOn: IsoDate };

  PlanDrafted: PlanContent;
  HouseholdSigned: SignedPlan;
  VillageCadreSigned: SignedPlan;
  TownCadreSigned: SignedPlan & { readonly reserved: Amounts };
  HouseholdSignatureWithdrawn: Withdrawal;
  VillageSignatureWithdrawn: Withdrawal;
  TownSignatureWithdrawn: Withdrawal;
  PlanReturned: Return;
  NoProjectConfirmed: {
    readonly reason: 'no-wish' | 'no-labour' | 'away' | 'other';
    readonly text: Sealed;
    readonly statedBy: string;
    readonly signature: Signature;
  };

  CompletionRequested: { readonly missing: readonly string[]; readonly text: Sealed };
  CompletionSupplied: { readonly files: readonly string[] };
  PlanFiled: {
    readonly planVersion: number;
    readonly receiptNo: string;
    readonly filedOn: IsoDate;
    readonly summaryNo: number;
  };
  FilingReturned: Return & { readonly ground: string };

  AmendmentDrafted: PlanContent & { readonly basedOn: number; readonly why: Sealed };
  AmendmentHouseholdSigned: SignedPlan;
  AmendmentVillageCadreSigned: SignedPlan;
  AmendmentTownCadreSigned: SignedPlan & { readonly reserved: Amounts };
  AmendmentHouseholdSignatureWithdrawn: Withdrawal;
  AmendmentVillageSignatureWithdrawn: Withdrawal;
  AmendmentTownSignatureWithdrawn: Withdrawal;
  AmendmentReturned: Return;
  AmendmentFiled: { readonly planVersion: number; readonly receiptNo: string; readonly filedOn: IsoDate };
  AmendmentDropped: { readonly planVersion: number; readonly reason: string };

  TrancheInstructed: Amounts & {
    readonly obligation: Obligation;
    readonly attempt: number;
    readonly batchId: string;
    readonly accountRef: string;
    readonly planVersion: number;
  };
  InstructionCancelled: {
    readonly obligation: Obligation;
    readonly attempt: number;
    readonly batchId: string;
    readonly reason: string;
  };
  TrancheReturned: BankOutcome & { readonly bankCode: string };
  TrancheReversed: BankOutcome & { readonly amountFen: number };
  TrancheConfirmedLate: BankOutcome & { readonly amountFen: number };
  TrancheReissued: { readonly obligation: Obligation; readonly attempt: number; readonly batchId: string };
  FirstTranchePaid: BankOutcome & { readonly amountFen: number };
  FirstTrancheNotDue: { readonly reason: 'half-is-zero' };

  CompletionReported: { readonly completedOn: IsoDate; readonly photos: readonly string[] };
  AcceptanceDrafted: {
    readonly lines: readonly AcceptedLine[];
    readonly income: AcceptedIncome;
    readonly photos: readonly string[];
    readonly invoices: readonly string[];
    readonly contentHash: string;
  };
  AcceptanceHouseholdSigned: { readonly contentHash: string; readonly signature: Signature };
  AcceptanceVillageSigned: { readonly contentHash: string; readonly signature: Signature };
  AcceptanceSignatureWithdrawn: { readonly whose: 'household' | 'village'; readonly reason: Sealed };
  RectificationOrdered: {
    readonly fields: readonly string[];
    readonly dueOn: IsoDate;
    readonly text: Sealed;
  };
  WorkAccepted: {
    readonly signature: Signature;
    readonly payableFen: number;
    /** What is left of the subsidy after the first tranche. */
    readonly secondFen: number;
    readonly reward: RewardDecision;
    readonly sameAsDrafter: boolean;
    readonly late: boolean;
  };
  AcceptanceCorrected: {
    readonly lines: readonly AcceptedLine[];
    readonly income: AcceptedIncome;
    readonly payableFen: number;
    readonly secondFen: number;
    readonly reward: RewardDecision;
    readonly docNo: string;
    readonly ground: string;
  };
  FullyPaid: {
    readonly subsidyPaidFen: number;
    readonly rewardPaidFen: number;
    readonly obligation: Obligation;
    readonly attempt: number;
    readonly valueOn: IsoDate;
    readonly zeroReason?: 'nothing-due';
    readonly unpaid: readonly { readonly part: 'subsidy' | 'reward'; readonly reason: string }[];
  };
  SecondTrancheReopened: BankOutcome & { readonly amountFen: number };

  CaseFrozen: { readonly ground: 'death' | 'objection' | 'finding' | 'account'; readonly reference: string };
  CaseUnfrozen: { readonly ground: 'death' | 'objection' | 'finding' | 'account'; readonly outcome: string };
  ExtensionGranted: {
    readonly deadline: 'build' | 'accept' | 'pay' | 'photos';
    readonly until: IsoDate;
    readonly docNo: string;
    readonly ground: string;
  };
  RecoveryOpened: {
    readonly recoveryId: string;
    readonly ground: string;
    readonly amountFen: number;
    readonly dueOn: IsoDate;
  };
  RecoveryReceived: {
    readonly recoveryId: string;
    readonly amountFen: number;
    /** A reversal: the bank took back what had gone out without being owed. */
    readonly how: 'transfer' | 'set-off' | 'reversal';
    readonly receivedOn: IsoDate;
  };
  RecoveryWaived: { readonly recoveryId: string; readonly docNo: string; readonly secondPerson: string };
  SpotCheckRecorded: {
    readonly inspector: string;
    readonly result: 'confirmed' | 'differs';
    readonly photos: readonly string[];
  };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };

  CaseWithdrawn: {
    readonly ground: 'declined' | 'died' | 'moved' | 'ineligible' | 'lapsed';
    readonly text: Sealed;
  };
  CaseTerminated: {
    readonly ground: string;
    readonly keepFen: number;
    readonly recoverFen: number;
    readonly docNo: string;
  };
  CaseReopened: { readonly reason: string; readonly docNo: string };
  CaseClosed: { readonly archiveHash: string; readonly noticeRefs: readonly string[] };
}

export const caseFact = fact<CaseFacts>();
