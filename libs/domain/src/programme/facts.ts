import { fact } from '@yihu/workflow';
import type { FinalCounts, LedgerSums } from '../ledger/facts';
import type { IsoDate } from '../shared';

/** The rules of one district's programme in one year, as data: dated, versioned, never edited (R1, R10, R16-R18). */
export interface Policy {
  readonly subsidyCapFen: number;
  readonly rewardCapFen: number;
  /** The per-household basis of the town budgets; not what a household gets (R10). */
  readonly basisSubsidyFen: number;
  readonly basisRewardFen: number;
  readonly deadlines: {
    readonly plan: IsoDate;
    readonly build: IsoDate;
    readonly accept: IsoDate;
    readonly pay: IsoDate;
    readonly photos: IsoDate;
  };
  /** Whether 前 includes the day itself (A12). */
  readonly deadlinesInclusive: boolean;
  readonly onNonWorkingDay: 'stands';
  readonly noticeDays: number;
  readonly resultNoticeGate: 'closing' | 'second-tranche';
  /** One pool a town (the quota), or a hard line each for subsidy and reward. */
  readonly pools: 'one' | 'two';
  readonly townReviewerMayDraft: boolean;
  readonly evenSplitPermille: number;
  readonly backfillDays: number;
  /**
   * The days after which what waits for a step counts as overdue, by the last segment of the command's path. The
   * programme sets no such limits, so a step that is left out has none; no rule judges by them.
   */
  readonly stepDays?: Readonly<Record<string, number>>;
}

/** A unit by its name, which rosters and papers use. Money is allotted to towns and streets alone. */
export interface ProgrammeUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'town' | 'street' | 'village';
}

export interface IncomeTier {
  /** The tier starts at this income (absolute), or at this share of the filed subsidy (ratio). */
  readonly fromFen?: number;
  readonly fromPermille?: number;
  /** The share of the planned reward it earns. */
  readonly rewardPermille: number;
}

export interface ProgrammeFacts {
  ProgrammeOpened: {
    readonly year: number;
    readonly district: string;
    readonly name: string;
    readonly bureauName: string;
    readonly demo: boolean;
    readonly policy: Policy;
    readonly units: readonly ProgrammeUnit[];
    readonly definitionHash: string;
  };
  ProgrammeRevised: {
    readonly changes: Partial<Policy>;
    readonly effectiveOn: IsoDate;
    readonly docNo: string;
  };
  TownAllotted: {
    readonly unit: string;
    readonly kind: 'town' | 'street';
    readonly households: number;
    readonly quotaFen: number;
  };
  TownPlanAdopted: {
    readonly unit: string;
    readonly docNo: string;
    readonly adoptedOn: IsoDate;
    readonly file: string;
    readonly workingBody: string;
  };
  IncomeStandardSet: {
    readonly unit: string;
    readonly standardVersion: number;
    readonly basis: 'absolute' | 'ratio-to-subsidy';
    readonly tiers: readonly IncomeTier[];
    readonly setOn: IsoDate;
    readonly docNo: string;
  };
  RosterClosed: { readonly unit: string; readonly count: number; readonly listHash: string };
  ExtensionGranted: {
    readonly unit: string;
    readonly deadline: 'build' | 'accept' | 'pay' | 'photos';
    readonly until: IsoDate;
    readonly docNo: string;
    readonly ground: string;
  };
  /** All towns are closed; their counts and sums together (R35). */
  ProgrammeClosed: LedgerSums & {
    readonly towns: number;
    readonly settled: number;
    readonly stages: FinalCounts;
  };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const programmeFact = fact<ProgrammeFacts>();
