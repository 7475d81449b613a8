export { openReadModels } from './database';
export type { ReadModels } from './database';
export type { ReadModelDatabase, ReadModelTables } from './tables';
export { schemaVersion } from './schema';

export { createProjector } from './projector';
export type { Projector, ProjectorOptions } from './projector';
export type { ProjectorStatistics } from './projector-statistics';
export type { Retried } from './retry-parked';
export { StoreMismatch } from './store-match';
export { listParkedStreams } from './parked-streams';
export type { ParkedStream } from './parked-streams';

export { fillReadModels } from './fill';
export type { Filled, FillOptions } from './fill';
export { checkReadModels, rebuild } from './rebuild';
export type { RebuildOptions } from './rebuild';
export { compareReadModels } from './compare';
export type { RowDifference } from './compare';

export type { CaseRow, PassedStage } from './case-list';
export { casesOf, findCase, listCases } from './case-queries';
export type { CaseFilter, CasePage, ListedCase } from './case-queries';
export { findCaseDetail } from './case-detail';
export type { CaseDetail } from './case-detail';
export { findCaseWaiting } from './case-waiting';
export type { CaseWaiting } from './case-waiting';
export { wayOf } from './case-path';
export type { EnteredStage } from './case-path';
export { countCases, countReached } from './case-counts';
export type { CaseCounts, ReachedCounts, StageCounts } from './case-counts';
export { timelineOfCase } from './case-timeline';
export type { TimelineRow } from './case-timeline';
export { listProgrammeYears } from './programme-list';
export type { ProgrammeRow } from './programme-list';
export { findTownLedger, listTownLedgers, reservationsOfCase, roomFenOf } from './town-ledger';
export type { ListedTownLedger, ReservationRow, TownLedgerRow } from './town-ledger';
export { tranchesOfBatch, tranchesOfCase } from './tranche-ledger';
export type { ListedTranche, TrancheRow } from './tranche-ledger';
export { householdIdsByCode } from './household-codes';
export { findHousehold, listHouseholds } from './households';
export type { HouseholdFilter, HouseholdPage, HouseholdRow, ListedHousehold } from './households';
export { findStaff, listStaff, rolesOf } from './staff';
export type { ListedStaff, StaffRole, StaffRow } from './staff';

export { countDone, countTodo, isWorklistIncomplete, listDone, listTodo } from './worklist-query';
export type {
  ListedTask,
  WorklistCounts,
  WorklistFilter,
  WorklistPage,
  WorklistQuestion,
} from './worklist-query';
export type { WorklistDay, WorklistReader } from './worklist-parts';
export { dueGroupOf, dueOn } from './worklist-due';
export type { DueGroup, DueParts, DuePolicy } from './worklist-due';
export type { Deadline, WaitReason } from './worklist-table';
export { postableCases } from './postable-cases';
export { taskOfSheet } from './summary-sheets';
export { townSummary } from './town-summary';
export type { TownSummaryRow } from './town-summary';
export { districtSummary } from './district-summary';
export type { DistrictTown } from './district-summary';
export { listOpenDecisions } from './open-decisions';
export type { OpenDecision } from './open-decisions';
export { findPayment, listPayments } from './payment-list';
export type { ListedPayment, PaymentFilter, PaymentRow } from './payment-list';
export { payableCases } from './payable-cases';
export type { PayableRow } from './payable-cases';
export { createPeopleIndex, householdsOf } from './people-index';
export type { FoundHousehold, PeopleIndex, PeopleIndexParts } from './people-index';
