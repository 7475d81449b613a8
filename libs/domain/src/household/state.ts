import { defineWorkflow } from '@yihu/workflow';
import type { HouseholdClass, Sealed } from '../shared';
import type { HouseholdFacts } from './facts';

export interface Account {
  readonly accountRef: string;
  readonly fingerprint: string;
  readonly sealedAccount: Sealed;
  readonly proposedBy: string;
}

export interface HouseholdState {
  readonly year: number;
  readonly householdCode: string;
  readonly householdClass: HouseholdClass;
  readonly town: string;
  readonly village: string;
  readonly name: Sealed;
  readonly proposed: Account | undefined;
  readonly account: Account | undefined;
}

const initial: HouseholdState = {
  year: 0,
  householdCode: '',
  householdClass: 'out-of-poverty',
  town: '',
  village: '',
  name: '',
  proposed: undefined,
  account: undefined,
};

export const householdWorkflow = defineWorkflow<HouseholdFacts, HouseholdState>({
  kind: 'household',
  version: 1,
  moves: ['HouseholdRegistered', 'HouseholdAdmitted', 'AccountProposed', 'AccountDesignated', 'MemberDied'],
  notes: ['DecisionAbandoned'],
  initial,
  reduce: {
    HouseholdRegistered: (state, { year, householdCode, householdClass, town, village, name }) => ({
      ...state,
      year,
      householdCode,
      householdClass,
      town,
      village,
      name,
    }),
    HouseholdAdmitted: (state, { householdClass }) => ({ ...state, householdClass }),
    AccountProposed: (state, { accountRef, fingerprint, account: sealedAccount }, by) => ({
      ...state,
      proposed: { accountRef, fingerprint, sealedAccount, proposedBy: by.actorId },
    }),
    AccountDesignated: (state) => ({ ...state, account: state.proposed, proposed: undefined }),
    MemberDied: (state) => state,
    DecisionAbandoned: (state) => state,
  },
});
