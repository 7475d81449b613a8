import type { IsoDate } from '../shared';
import type { IncomeTier, Policy, ProgrammeUnit } from './facts';

/** The definition file of a programme: another district or year is another file. */
export interface ProgrammeDefinition {
  readonly year: number;
  readonly district: string;
  readonly name: string;
  readonly bureauName: string;
  /** Only a demo programme admits identity numbers of the region 999999. */
  readonly demo: boolean;
  readonly policy: Policy;
  readonly units: readonly ProgrammeUnit[];
}

export interface AllotTownInput {
  readonly unit: string;
  readonly households: number;
  readonly quotaFen: number;
}

export interface IncomeStandardInput {
  readonly unit: string;
  readonly basis: 'absolute' | 'ratio-to-subsidy';
  readonly tiers: readonly IncomeTier[];
  readonly setOn: IsoDate;
  readonly docNo: string;
}

export interface CloseRosterInput {
  readonly unit: string;
  readonly count: number;
  readonly listHash: string;
}
