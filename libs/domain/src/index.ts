export { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION } from './attestation';
export type { Attestation } from './attestation';
export { addDays, dayInShanghai, inTime, isIsoDate } from './calendar';
export { payableFen } from './case/acceptance';
export { ACTIVITIES, LINE_CATEGORIES, caseFact } from './case/facts';
export type {
  AcceptedIncome,
  AcceptedLine,
  Activity,
  CaseFacts,
  Grounds,
  PlanContent,
  PlanLine,
} from './case/facts';
export type * from './case/inputs';
export { ENDINGS, STAGES, caseMachine, stageOf } from './case/machine';
export type { Stage } from './case/machine';
export { caseWorkflow, currentPlan, filedPlan } from './case/state';
export type { CaseState } from './case/state';
export type { ClaimFacts } from './claim/facts';
export { accountClaim, identityClaim, receiptClaim } from './claim/state';
export { contentHash } from './content-hash';
export type { Read } from './context';
export type { HouseholdFacts } from './household/facts';
export type { ProposeAccountInput, RecordDeathInput, RegisterHouseholdInput } from './household/inputs';
export type { HouseholdState } from './household/state';
export { identityRegion, isWellFormedIdentity } from './identity';
export { rewardFor, targetFenOf } from './income';
export { ledgerFact } from './ledger/facts';
export type { FinalCounts, LedgerFacts, LedgerSums } from './ledger/facts';
export type { ReturnSurplusInput } from './ledger/inputs';
export { accountOf, finalCounts, ledgerWorkflow, roomFen, sumsOf, surplusFen } from './ledger/state';
export type { LedgerState } from './ledger/state';
export { firstTrancheFen, lineAmountFen, permilleOf, sumFen } from './money';
export { normaliseAccount, normaliseIdentity } from './normalise-number';
export type { NoticePhotoInput, PostNoticeInput, PostingInput, ReceivePhotosInput } from './notice/commands';
export type { NoticeEntry, NoticeFacts } from './notice/facts';
export { lastDayOf, missingPhotos } from './notice/state';
export type { NoticeState, Posting } from './notice/state';
export type { BatchRow, PaymentFacts } from './payment/facts';
export type {
  ApproveBatchInput,
  CancelBatchInput,
  DrawBatchInput,
  ImportResultsInput,
  ReleaseBatchInput,
  ResultRow,
} from './payment/inputs';
export type { PaymentState } from './payment/state';
export type { IncomeTier, Policy, ProgrammeFacts, ProgrammeUnit } from './programme/facts';
export type {
  AllotTownInput,
  CloseRosterInput,
  IncomeStandardInput,
  ProgrammeDefinition,
} from './programme/inputs';
export { policyOn } from './programme/state';
export type { ProgrammeState } from './programme/state';
export { kindOf } from './kind-of';
export { rulebook, workflows } from './rulebook';
export { HOUSEHOLD_CLASSES, ROLES } from './shared';
export type { Amounts, HouseholdClass, IsoDate, Role, Sealed, Signature } from './shared';
export { OPERATOR_ID } from './staff/commands';
export type { GrantRoleInput, RegisterStaffInput } from './staff/commands';
export type { StaffFacts } from './staff/facts';
export type { StaffState } from './staff/state';
export type { DrawSummaryInput, ReceiveSummaryInput, SealSummaryInput, SheetInput } from './summary/commands';
export type { SummaryEntry, SummaryFacts } from './summary/facts';
export type { SummaryState } from './summary/state';
export { UNIT_PATTERN, covers, townOf } from './territory';
