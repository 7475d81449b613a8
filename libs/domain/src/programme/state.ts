import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { IsoDate } from '../shared';
import type { IncomeTier, Policy, ProgrammeFacts, ProgrammeUnit } from './facts';

export interface IncomeStandard {
  readonly version: number;
  readonly basis: 'absolute' | 'ratio-to-subsidy';
  readonly tiers: readonly IncomeTier[];
}

export interface TownState {
  readonly households: number;
  readonly quotaFen: number;
  readonly standards: readonly IncomeStandard[];
  readonly rosterClosed: boolean;
}

export interface PolicyVersion {
  readonly version: number;
  readonly effectiveOn: IsoDate;
  readonly policy: Policy;
}

export interface ProgrammeState {
  readonly year: number;
  readonly district: string;
  readonly demo: boolean;
  readonly units: readonly ProgrammeUnit[];
  readonly policies: readonly PolicyVersion[];
  readonly towns: Readonly<Record<string, TownState>>;
  readonly closed: boolean;
}

const initial: ProgrammeState = {
  year: 0,
  district: '',
  demo: false,
  units: [],
  policies: [],
  towns: {},
  closed: false,
};

export const programmeWorkflow = defineWorkflow<ProgrammeFacts, ProgrammeState>({
  kind: 'programme',
  version: 1,
  moves: [
    'ProgrammeOpened',
    'ProgrammeRevised',
    'TownAllotted',
    'IncomeStandardSet',
    'RosterClosed',
    'ProgrammeClosed',
  ],
  notes: ['TownPlanAdopted', 'ExtensionGranted', 'DecisionAbandoned'],
  initial,
  reduce: {
    ProgrammeOpened: (state, opened) => ({
      ...state,
      year: opened.year,
      district: opened.district,
      demo: opened.demo,
      units: opened.units,
      policies: [{ version: 1, effectiveOn: '0000-01-01', policy: opened.policy }],
    }),
    ProgrammeRevised: (state, revised) => {
      const newest = state.policies.at(-1)!;
      const policy = { ...newest.policy, ...revised.changes };
      const next = { version: newest.version + 1, effectiveOn: revised.effectiveOn, policy };
      return { ...state, policies: [...state.policies, next] };
    },
    TownAllotted: (state, { unit, households, quotaFen }) => ({
      ...state,
      towns: { ...state.towns, [unit]: { households, quotaFen, standards: [], rosterClosed: false } },
    }),
    IncomeStandardSet: (state, { unit, standardVersion: version, basis, tiers }) =>
      changeTown(state, unit, (town) => ({
        ...town,
        standards: [...town.standards, { version, basis, tiers }],
      })),
    RosterClosed: (state, { unit }) => changeTown(state, unit, (town) => ({ ...town, rosterClosed: true })),
    ProgrammeClosed: (state) => ({ ...state, closed: true }),
    TownPlanAdopted: (state) => state,
    ExtensionGranted: (state) => state,
    DecisionAbandoned: (state) => state,
  },
});

/** The newest policy in effect on a day; `undefined` before the programme is opened. */
export function policyOn(state: ProgrammeState, day: IsoDate): PolicyVersion | undefined {
  return state.policies.filter((each) => each.effectiveOn <= day).at(-1);
}

function changeTown(
  state: ProgrammeState,
  unit: string,
  change: (town: TownState) => TownState,
): ProgrammeState {
  const town = state.towns[unit];
  if (!town) throw new CorruptHistory(`programme ${state.year} has no allotment for ${unit}`);
  return { ...state, towns: { ...state.towns, [unit]: change(town) } };
}
