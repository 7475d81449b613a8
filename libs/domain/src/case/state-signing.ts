import type { Metadata, Reducers } from '@yihu/workflow';
import { officeDay } from './office-day';
import type { CaseFacts } from './facts';
import type { CaseState, SignatureState } from './state';

const nothing = { subsidyFen: 0, rewardFen: 0 };

type Signing = Pick<
  Reducers<CaseFacts, CaseState>,
  | 'PlanDrafted'
  | 'HouseholdSigned'
  | 'VillageCadreSigned'
  | 'TownCadreSigned'
  | 'HouseholdSignatureWithdrawn'
  | 'VillageSignatureWithdrawn'
  | 'TownSignatureWithdrawn'
  | 'PlanReturned'
  | 'PlanFiled'
  | 'FilingReturned'
  | 'AmendmentDrafted'
  | 'AmendmentHouseholdSigned'
  | 'AmendmentVillageCadreSigned'
  | 'AmendmentTownCadreSigned'
  | 'AmendmentHouseholdSignatureWithdrawn'
  | 'AmendmentVillageSignatureWithdrawn'
  | 'AmendmentTownSignatureWithdrawn'
  | 'AmendmentReturned'
  | 'AmendmentFiled'
  | 'AmendmentDropped'
>;

/** How drafting, signing, returning and filing change what is known. A new version voids all signatures. */
export const signing: Signing = {
  PlanDrafted: (state, plan, by) => ({ ...addVersion(state, plan, by), signatures: {} }),
  HouseholdSigned: (state, { signature }, by) => sign(state, 'household', signature.contentHash, by),
  VillageCadreSigned: (state, { signature }, by) => sign(state, 'village', signature.contentHash, by),
  TownCadreSigned: (state, { signature, reserved }, by) => ({
    ...sign(state, 'town', signature.contentHash, by),
    reserved,
    policyVersion: by.policyVersion,
  }),
  HouseholdSignatureWithdrawn: (state) => unsigned(state),
  VillageSignatureWithdrawn: (state) => withdraw(state, 'village'),
  TownSignatureWithdrawn: (state) => ({
    ...withdraw(state, 'town'),
    reserved: nothing,
    policyVersion: undefined,
  }),
  PlanReturned: (state) => unsigned(state),
  PlanFiled: (state, { planVersion, receiptNo }) => ({ ...state, filedVersion: planVersion, receiptNo }),
  FilingReturned: unfiled,

  AmendmentDrafted: (state, plan, by) => ({ ...addVersion(state, plan, by), signatures: {} }),
  AmendmentHouseholdSigned: (state, { signature }, by) => sign(state, 'household', signature.contentHash, by),
  AmendmentVillageCadreSigned: (state, { signature }, by) =>
    sign(state, 'village', signature.contentHash, by),
  AmendmentTownCadreSigned: (state, { signature, reserved }, by) => ({
    ...sign(state, 'town', signature.contentHash, by),
    reserved,
  }),
  AmendmentHouseholdSignatureWithdrawn: (state) => ({ ...state, signatures: {} }),
  AmendmentVillageSignatureWithdrawn: (state) => withdraw(state, 'village'),
  AmendmentTownSignatureWithdrawn: (state) => withdraw(state, 'town'),
  AmendmentReturned: (state) => ({ ...state, signatures: {} }),
  AmendmentFiled: (state, { planVersion, receiptNo }) => ({ ...state, filedVersion: planVersion, receiptNo }),
  AmendmentDropped: (state) => ({ ...state, signatures: {}, currentVersion: state.filedVersion }),
};

function addVersion(state: CaseState, plan: CaseFacts['PlanDrafted'], by: Metadata): CaseState {
  const plans = [...state.plans, { ...plan, draftedBy: by.actorId }];
  return { ...state, plans, currentVersion: plan.planVersion };
}

function sign(
  state: CaseState,
  whose: keyof CaseState['signatures'],
  contentHash: string,
  by: Metadata,
): CaseState {
  const signature: SignatureState = { actorId: by.actorId, contentHash, on: officeDay(by) };
  return { ...state, signatures: { ...state.signatures, [whose]: signature } };
}

function withdraw(state: CaseState, whose: keyof CaseState['signatures']): CaseState {
  return { ...state, signatures: { ...state.signatures, [whose]: undefined } };
}

function unsigned(state: CaseState): CaseState {
  return { ...state, signatures: {}, reserved: nothing, policyVersion: undefined };
}

/** Nothing is filed any more and nothing is reserved: a return by the bureau, or a withdrawal. */
export function unfiled(state: CaseState): CaseState {
  return { ...unsigned(state), filedVersion: 0, receiptNo: '' };
}
