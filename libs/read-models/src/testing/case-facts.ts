import type { CaseFacts, PlanContent, Signature } from '@yihu/domain';
import type { Fact } from '@yihu/workflow';

/** What a made-up history remembers, so that its payloads fit each other. */
export interface Story {
  readonly householdCode: string;
  readonly town: string;
  planVersion: number;
}

type Payloads = { readonly [Type in keyof CaseFacts]: (story: Story) => CaseFacts[Type] };

const signature: Signature = {
  signer: 'household',
  relation: 'head',
  method: 'paper',
  attestationId: 'budget-1',
  contentHash: 'hash',
};
const income = { actualFen: 500_000, estimateFen: 0, basis: 'actual', asOf: '2024-10-20' } as const;
const reward = {
  outcome: 'met',
  targetFen: 400_000,
  incomeFen: 500_000,
  basis: 'actual',
  rewardFen: 60_000,
} as const;
const obligation = (tranche: 1 | 2) => ({
  obligation: { tranche, seq: 1 },
  attempt: 1,
  valueOn: '2024-07-01',
});
const signed = ({ planVersion }: Story) => ({ planVersion, signature });
const reserved = { subsidyFen: 200_000, rewardFen: 60_000 };
const withdrawal = ({ planVersion }: Story) => ({ planVersion, reason: 'sealed:reason' });
const returned = () =>
  ({ level: 'town', reasonCode: 'amounts', fields: ['lines'], text: 'sealed:text' }) as const;

function nextPlan(story: Story): PlanContent {
  story.planVersion += 1;
  return {
    planVersion: story.planVersion,
    lines: [],
    activity: 'breeding',
    forecastFen: 500_000,
    targetFen: 400_000,
    standardVersion: 1,
    contentHash: 'hash',
    subsidyFen: 200_000 + story.planVersion,
    rewardFen: 60_000,
  };
}

/** A plausible payload for every fact of a case. */
const payloads: Payloads = {
  CaseOpened: ({ householdCode, town }) => ({
    year: 2024,
    householdId: `household-of-${householdCode}`,
    householdCode,
    town,
    village: `${town}v03`,
    householdClass: 'unstable',
    policyVersion: 1,
    workflowVersion: 1,
  }),
  CadresAssigned: () => ({ villageCadreId: 'zhang', townCadreId: 'lan', reason: 'roster' }),
  CaseTransferred: () => ({ toTown: '500112134', toVillage: '500112134v01', movedOn: '2024-05-20' }),
  PlanDrafted: nextPlan,
  HouseholdSigned: signed,
  VillageCadreSigned: signed,
  TownCadreSigned: (story) => ({ ...signed(story), reserved }),
  HouseholdSignatureWithdrawn: withdrawal,
  VillageSignatureWithdrawn: withdrawal,
  TownSignatureWithdrawn: withdrawal,
  PlanReturned: returned,
  NoProjectConfirmed: () => ({ reason: 'no-wish', text: 'sealed:text', statedBy: 'zhang', signature }),
  CompletionRequested: () => ({ missing: ['photo'], text: 'sealed:text' }),
  CompletionSupplied: () => ({ files: ['file'] }),
  PlanFiled: ({ planVersion }) => ({ planVersion, receiptNo: 'B-001', filedOn: '2024-06-10', summaryNo: 1 }),
  FilingReturned: () => ({ ...returned(), ground: 'receipt' }),
  AmendmentDrafted: (story) => ({ basedOn: story.planVersion, ...nextPlan(story), why: 'sealed:why' }),
  AmendmentHouseholdSigned: signed,
  AmendmentVillageCadreSigned: signed,
  AmendmentTownCadreSigned: (story) => ({ ...signed(story), reserved }),
  AmendmentHouseholdSignatureWithdrawn: withdrawal,
  AmendmentVillageSignatureWithdrawn: withdrawal,
  AmendmentTownSignatureWithdrawn: withdrawal,
  AmendmentReturned: returned,
  AmendmentFiled: ({ planVersion }) => ({ planVersion, receiptNo: 'B-002', filedOn: '2024-08-10' }),
  AmendmentDropped: ({ planVersion }) => ({ planVersion, reason: 'no longer wanted' }),
  TrancheInstructed: ({ planVersion }) => ({
    obligation: { tranche: 1, seq: 1 },
    attempt: 1,
    batchId: 'batch-1',
    accountRef: 'account-1',
    planVersion,
    subsidyFen: 100_000,
    rewardFen: 0,
  }),
  InstructionCancelled: () => ({
    obligation: { tranche: 1, seq: 1 },
    attempt: 1,
    batchId: 'batch-1',
    reason: 'frozen',
  }),
  TrancheReturned: () => ({ ...obligation(1), bankCode: 'E1' }),
  TrancheReversed: () => ({ ...obligation(1), amountFen: 100_000 }),
  TrancheConfirmedLate: () => ({ ...obligation(1), amountFen: 100_000 }),
  TrancheReissued: () => ({ obligation: { tranche: 1, seq: 1 }, attempt: 2, batchId: 'batch-2' }),
  FirstTranchePaid: () => ({ ...obligation(1), amountFen: 100_000 }),
  FirstTrancheNotDue: () => ({ reason: 'half-is-zero' }),
  CompletionReported: () => ({ completedOn: '2024-10-01', photos: ['photo'] }),
  AcceptanceDrafted: () => ({ lines: [], income, photos: ['photo'], invoices: [], contentHash: 'hash' }),
  AcceptanceHouseholdSigned: () => ({ contentHash: 'hash', signature }),
  AcceptanceVillageSigned: () => ({ contentHash: 'hash', signature }),
  AcceptanceSignatureWithdrawn: () => ({ whose: 'household', reason: 'sealed:reason' }),
  RectificationOrdered: () => ({ fields: ['lines'], dueOn: '2024-10-15', text: 'sealed:text' }),
  WorkAccepted: () => ({
    signature,
    payableFen: 200_000,
    secondFen: 100_000,
    reward,
    sameAsDrafter: false,
    late: false,
  }),
  AcceptanceCorrected: () => ({
    lines: [],
    income,
    payableFen: 180_000,
    secondFen: 80_000,
    reward,
    docNo: '渝农〔2024〕1号',
    ground: 'count',
  }),
  FullyPaid: () => ({ ...obligation(2), subsidyPaidFen: 100_000, rewardPaidFen: 60_000, unpaid: [] }),
  SecondTrancheReopened: () => ({ ...obligation(2), amountFen: 160_000 }),
  CaseFrozen: () => ({ ground: 'objection', reference: 'objection-1' }),
  CaseUnfrozen: () => ({ ground: 'objection', outcome: 'unfounded' }),
  ExtensionGranted: () => ({ deadline: 'build', until: '2024-12-01', docNo: 'doc', ground: 'flood' }),
  RecoveryOpened: () => ({
    recoveryId: 'recovery-1',
    ground: 'sold',
    amountFen: 50_000,
    dueOn: '2025-01-01',
  }),
  RecoveryReceived: () => ({
    recoveryId: 'recovery-1',
    amountFen: 50_000,
    how: 'transfer',
    receivedOn: '2024-12-01',
  }),
  RecoveryWaived: () => ({ recoveryId: 'recovery-1', docNo: 'doc', secondPerson: 'wu' }),
  SpotCheckRecorded: () => ({ inspector: 'wu', result: 'confirmed', photos: [] }),
  DecisionAbandoned: () => ({ commandId: '0b8f4c52-1df1-4f0e-9d0a-2f6f4f0f9a11', reason: 'never landed' }),
  CaseWithdrawn: () => ({ ground: 'moved', text: 'sealed:text' }),
  CaseTerminated: () => ({ ground: 'sold', keepFen: 100_000, recoverFen: 0, docNo: 'doc' }),
  CaseReopened: () => ({ reason: 'error', docNo: 'doc' }),
  CaseClosed: () => ({ archiveHash: 'hash', noticeRefs: [] }),
};

/** A fact with the payload that fits the story so far. */
export function factFor(type: keyof CaseFacts, story: Story): Fact {
  return { type, data: payloads[type](story) };
}

/** A case from the opening through the given facts. */
export function caseHistory(
  householdCode: string,
  town: string,
  ...types: readonly (keyof CaseFacts)[]
): Fact[] {
  const story: Story = { householdCode, town, planVersion: 0 };
  return (['CaseOpened', ...types] as const).map((type) => factFor(type, story));
}

/** From the opening to the town's signature. */
export const SIGNED = ['PlanDrafted', 'HouseholdSigned', 'VillageCadreSigned', 'TownCadreSigned'] as const;
/** From the town's signature to the first tranche. */
export const FIRST_PAID = ['PlanFiled', 'TrancheInstructed', 'FirstTranchePaid'] as const;
/** From the first tranche to the archive. */
export const CLOSED = [
  'AcceptanceDrafted',
  'AcceptanceHouseholdSigned',
  'AcceptanceVillageSigned',
  'WorkAccepted',
  'TrancheInstructed',
  'FullyPaid',
  'CaseClosed',
] as const;
