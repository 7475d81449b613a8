import type { CaseFacts, PlanContent } from '@yihu/domain';
import type { CaseRow } from './case-list';

/** What a list shows of a plan beside its amounts. */
type ListedPlan = Pick<CaseRow, 'activity' | 'items' | 'forecastFen' | 'contentHash'>;

const noAmendment = {
  amendmentVersion: null,
  amendmentSubsidyFen: null,
  amendmentRewardFen: null,
  amendmentPlan: null,
};
const notAtBank = () => ({ batchId: null });

/** A case before its first plan. */
export const undrafted = {
  planVersion: 0,
  subsidyFen: 0,
  rewardFen: 0,
  activity: null,
  items: '[]',
  forecastFen: 0,
  contentHash: null,
  draftedRevision: null,
  ...noAmendment,
  acceptanceHash: null,
  secondFen: 0,
  secondRewardFen: 0,
  completedOn: null,
  rectifiedBy: null,
  batchId: null,
  ...frozenBy([]),
  extensions: '{}',
  recoveries: '{}',
  owedFen: 0,
  policyVersion: null,
  receiptNo: null,
} satisfies Partial<CaseRow>;

type Changes = {
  readonly [Type in keyof CaseFacts]?: (
    row: CaseRow,
    data: CaseFacts[Type],
    by: { readonly revision: number; readonly policyVersion: number | undefined },
  ) => Partial<CaseRow>;
};

const unsigned = () => ({ policyVersion: null });
const unfiled = () => ({ receiptNo: null, policyVersion: null, ...noAmendment });

/** Only the facts that change more than stage and revision; the machine has judged the others already. */
export const caseChanges: Changes = {
  CadresAssigned: (_row, { villageCadreId, townCadreId }) => ({ villageCadreId, townCadreId }),
  CaseTransferred: (_row, { toTown: town, toVillage: village }) => ({ town, village }),
  PlanDrafted: (_row, plan, { revision }) => ({
    planVersion: plan.planVersion,
    subsidyFen: plan.subsidyFen,
    rewardFen: plan.rewardFen,
    ...listed(plan),
    draftedRevision: revision,
  }),
  TownCadreSigned: (_row, _signed, { policyVersion = null }) => ({ policyVersion }),
  TownSignatureWithdrawn: unsigned,
  HouseholdSignatureWithdrawn: unsigned,
  PlanReturned: unsigned,
  PlanFiled: (_row, { receiptNo }) => ({ receiptNo }),
  FilingReturned: unfiled,
  CaseWithdrawn: unfiled,
  AmendmentDrafted: (_row, plan) => ({
    amendmentVersion: plan.planVersion,
    amendmentSubsidyFen: plan.subsidyFen,
    amendmentRewardFen: plan.rewardFen,
    amendmentPlan: JSON.stringify(listed(plan)),
  }),
  AmendmentFiled: (row, { planVersion, receiptNo }) => ({
    planVersion,
    subsidyFen: row.amendmentSubsidyFen ?? row.subsidyFen,
    rewardFen: row.amendmentRewardFen ?? row.rewardFen,
    ...(JSON.parse(row.amendmentPlan ?? '{}') as Partial<ListedPlan>),
    receiptNo,
    ...noAmendment,
  }),
  AmendmentDropped: () => noAmendment,
  TrancheInstructed: (_row, { batchId }) => ({ batchId }),
  InstructionCancelled: notAtBank,
  TrancheReturned: notAtBank,
  FirstTranchePaid: notAtBank,
  FullyPaid: notAtBank,
  CompletionReported: (_row, { completedOn }) => ({ completedOn }),
  AcceptanceDrafted: (_row, { contentHash: acceptanceHash }) => ({ acceptanceHash, rectifiedBy: null }),
  WorkAccepted: (_row, { secondFen, reward }) => ({ secondFen, secondRewardFen: reward.rewardFen }),
  AcceptanceCorrected: (_row, { secondFen, reward }) => ({ secondFen, secondRewardFen: reward.rewardFen }),
  RectificationOrdered: (_row, { dueOn: rectifiedBy }) => ({ rectifiedBy }),
  CaseFrozen: (row, { ground }) => frozenBy([...groundsOf(row), ground]),
  CaseUnfrozen: (row, { ground }) => frozenBy(groundsOf(row).filter((each) => each !== ground)),
  ExtensionGranted: (row, { deadline, until }) => ({
    extensions: JSON.stringify({ ...(JSON.parse(row.extensions) as object), [deadline]: until }),
  }),
  RecoveryOpened: (row, { recoveryId, amountFen }) => owing(row, recoveryId, amountFen),
  RecoveryReceived: (row, { recoveryId, amountFen }) => owing(row, recoveryId, -amountFen),
  RecoveryWaived: (row, { recoveryId }) => owing(row, recoveryId, -row.owedFen),
};

/** More than is owed of one recovery settles it and no other. */
function owing(row: CaseRow, recoveryId: string, changeFen: number): Partial<CaseRow> {
  const before = JSON.parse(row.recoveries) as Readonly<Record<string, number>>;
  const own = Math.max(0, (before[recoveryId] ?? 0) + changeFen);
  const recoveries = { ...before, [recoveryId]: own };
  const owedFen = Object.values(recoveries).reduce((sum, each) => sum + each, 0);
  return { recoveries: JSON.stringify(recoveries), owedFen };
}

function listed({ activity, lines, forecastFen, contentHash }: PlanContent): ListedPlan {
  return { activity, items: JSON.stringify(lines.map((line) => line.item)), forecastFen, contentHash };
}

/** A case frozen on two grounds stays frozen until both are lifted. */
function frozenBy(grounds: readonly string[]): Pick<CaseRow, 'frozen' | 'frozenGrounds'> {
  const distinct = [...new Set(grounds)].sort();
  return { frozen: distinct.length > 0 ? 1 : 0, frozenGrounds: JSON.stringify(distinct) };
}

function groundsOf(row: CaseRow): readonly string[] {
  return JSON.parse(row.frozenGrounds) as readonly string[];
}
