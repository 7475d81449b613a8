import { CorruptHistory, defineWorkflow, type Metadata } from '@yihu/workflow';
import { money } from './state-money';
import { signing, unfiled } from './state-signing';
import type { AcceptedIncome, AcceptedLine, CaseFacts, PlanContent, RewardDecision } from './facts';
import type { Amounts, HouseholdClass, IsoDate } from '../shared';
import { caseMachine, stageOf } from './machine';

/** The version under which new cases are opened. A case folds by the version it was opened under. */
export const CASE_WORKFLOW_VERSION = 1;

export interface SignatureState {
  readonly actorId: string;
  readonly contentHash: string;
  /** The day on the paper, or the day it was recorded. */
  readonly on: IsoDate;
}

export interface Signatures {
  readonly household?: SignatureState | undefined;
  readonly village?: SignatureState | undefined;
  readonly town?: SignatureState | undefined;
}

export interface PlanVersion extends PlanContent {
  readonly draftedBy: string;
}

export interface AcceptanceDraft {
  readonly lines: readonly AcceptedLine[];
  readonly income: AcceptedIncome;
  readonly photos: readonly string[];
  readonly contentHash: string;
  readonly draftedBy: string;
}

export interface Accepted {
  readonly payableFen: number;
  readonly secondFen: number;
  readonly reward: RewardDecision;
  readonly acceptedBy: readonly string[];
  readonly on: IsoDate;
}

export interface Recovery {
  readonly recoveryId: string;
  readonly owedFen: number;
}

/** What is known of a case. The stage is not in here: it is the machine's. */
export interface CaseState {
  readonly year: number;
  readonly householdId: string;
  readonly householdCode: string;
  readonly town: string;
  readonly village: string;
  readonly householdClass: HouseholdClass;
  readonly villageCadreId: string;
  readonly townCadreId: string;
  /** Every plan version ever drafted. */
  readonly plans: readonly PlanVersion[];
  /** The version being drafted and signed; an amendment that is dropped gives way to the filed one again. */
  readonly currentVersion: number;
  readonly signatures: Signatures;
  /** The policy version that governs from the town signature on. */
  readonly policyVersion: number | undefined;
  readonly reserved: Amounts;
  /** The filed version in force, 0 before filing. */
  readonly filedVersion: number;
  readonly receiptNo: string;
  readonly attempts: Readonly<Record<string, number>>;
  /** What the first tranche came to when it was paid, whether or not the bank took it back since. */
  readonly firstPaidFen: number;
  /** Tranches that the bank took back when the case had gone on, and that wait to be paid again. */
  readonly reversed: readonly string[];
  /** Tranches whose confirmation moved nothing. */
  readonly confirmedLate: readonly string[];
  readonly completedOn: IsoDate | undefined;
  readonly acceptance: AcceptanceDraft | undefined;
  readonly acceptanceSignatures: Signatures;
  readonly accepted: Accepted | undefined;
  /** The grounds on which the case is frozen, one for each freeze: two objections are two. */
  readonly freezes: readonly string[];
  readonly extensions: Readonly<Record<string, IsoDate>>;
  readonly recoveries: readonly Recovery[];
  /** The date on the latest office paper, for `paper-order`. */
  readonly lastPaperOn: IsoDate | undefined;
}

const initial: CaseState = {
  year: 0,
  householdId: '',
  householdCode: '',
  town: '',
  village: '',
  householdClass: 'out-of-poverty',
  villageCadreId: '',
  townCadreId: '',
  plans: [],
  currentVersion: 0,
  signatures: {},
  policyVersion: undefined,
  reserved: { subsidyFen: 0, rewardFen: 0 },
  filedVersion: 0,
  receiptNo: '',
  attempts: {},
  firstPaidFen: 0,
  reversed: [],
  confirmedLate: [],
  completedOn: undefined,
  acceptance: undefined,
  acceptanceSignatures: {},
  accepted: undefined,
  freezes: [],
  extensions: {},
  recoveries: [],
  lastPaperOn: undefined,
};

export const caseWorkflow = defineWorkflow<CaseFacts, CaseState>({
  kind: 'case',
  version: CASE_WORKFLOW_VERSION,
  machine: caseMachine,
  stageOf,
  moves: caseMachine.events as (keyof CaseFacts)[],
  notes: [
    'CadresAssigned',
    'TrancheReversed',
    'TrancheConfirmedLate',
    'TrancheReissued',
    'CaseFrozen',
    'CaseUnfrozen',
    'ExtensionGranted',
    'RecoveryOpened',
    'RecoveryReceived',
    'RecoveryWaived',
    'SpotCheckRecorded',
    'DecisionAbandoned',
  ],
  initial,
  reduce: withPaperDates({
    CaseOpened: (state, opened) => {
      if (opened.workflowVersion !== CASE_WORKFLOW_VERSION) {
        throw new CorruptHistory(
          `this program does not know case workflow version ${opened.workflowVersion}`,
        );
      }
      const { year, householdId, householdCode, town, village, householdClass } = opened;
      return { ...state, year, householdId, householdCode, town, village, householdClass };
    },
    CadresAssigned: (state, { villageCadreId, townCadreId }) => ({ ...state, villageCadreId, townCadreId }),
    CaseTransferred: (state, { toTown: town, toVillage: village }) => ({ ...state, town, village }),
    ...signing,
    ...money,
    CompletionReported: (state, { completedOn }) => ({ ...state, completedOn }),
    CaseFrozen: (state, { ground }) => ({ ...state, freezes: [...state.freezes, ground] }),
    CaseUnfrozen: (state, { ground }) => ({
      ...state,
      freezes: withoutOne(state.freezes, ground),
    }),
    ExtensionGranted: (state, { deadline, until }) => ({
      ...state,
      extensions: { ...state.extensions, [deadline]: until },
    }),
    CompletionRequested: (state) => state,
    CompletionSupplied: (state) => state,
    SpotCheckRecorded: (state) => state,
    DecisionAbandoned: (state) => state,
    NoProjectConfirmed: (state) => state,
    CaseWithdrawn: unfiled,
    CaseTerminated: (state) => state,
    CaseReopened: (state) => state,
    CaseClosed: (state) => state,
  }),
});

function withoutOne(grounds: readonly string[], ground: string): readonly string[] {
  const index = grounds.indexOf(ground);
  return grounds.filter((_each, at) => at !== index);
}

type CaseReducers = {
  [Type in keyof CaseFacts]: (state: CaseState, data: CaseFacts[Type], by: Metadata) => CaseState;
};

/** Every fact with a date on its paper moves the paper clock of the case. */
function withPaperDates(reducers: CaseReducers): CaseReducers {
  const wrapped = Object.entries(reducers).map(([type, reduce]) => [
    type,
    (state: CaseState, data: never, by: Metadata) => {
      const next = (reduce as (state: CaseState, data: never, by: Metadata) => CaseState)(state, data, by);
      return by.paperOn === undefined ? next : { ...next, lastPaperOn: by.paperOn };
    },
  ]);
  return Object.fromEntries(wrapped) as CaseReducers;
}

/** The version being drafted and signed. */
export function currentPlan(state: CaseState): PlanVersion | undefined {
  return state.plans.find((plan) => plan.planVersion === state.currentVersion);
}

/** The version that governs payment and building (R24). */
export function filedPlan(state: CaseState): PlanVersion | undefined {
  return state.plans.find((plan) => plan.planVersion === state.filedVersion);
}
