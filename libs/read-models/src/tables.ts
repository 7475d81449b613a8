import type { Kysely } from 'kysely';
import { checkpointTable, streamRevisionTable, type Checkpoint, type StreamRevisionRow } from './bookkeeping';
import { caseList, type CaseRow } from './case-list';
import { caseTimeline, type TimelineRow } from './case-timeline';
import { households, type HouseholdRow } from './households';
import { noticeBoard, type NoticeEntryRow, type NoticeRow, type PostingRow } from './notice-board';
import { openDecisions, type OpenDecisionRow } from './open-decisions';
import { parkedTable, type ParkedStream } from './parked-streams';
import { paymentList, type PaymentItemRow, type PaymentRow } from './payment-list';
import { programmeList, type ProgrammeRow } from './programme-list';
import type { ReadModel } from './read-model';
import { staff, type StaffRow } from './staff';
import type { StageCountRow } from './stage-counts';
import { summarySheets, type SheetEntryRow, type SheetRow } from './summary-sheets';
import { townLedger, type ReservationRow, type TownLedgerRow } from './town-ledger';
import { trancheLedger, type TrancheRow } from './tranche-ledger';
import { caseWorklist } from './worklist';
import type { ActedRow, WorklistRow } from './worklist-table';

/** Every read model. Of one kind the earlier is projected first, so a later one can look at its rows. */
export const readModels: readonly ReadModel[] = [
  programmeList,
  caseList,
  caseTimeline,
  caseWorklist,
  summarySheets,
  paymentList,
  noticeBoard,
  townLedger,
  trancheLedger,
  households,
  staff,
  openDecisions,
];

export const allTables = [
  ...readModels.flatMap((model) => model.tables),
  streamRevisionTable,
  parkedTable,
  checkpointTable,
];

/** The tables as Kysely's queries see them. */
export interface ReadModelTables {
  programme_list: ProgrammeRow;
  case_list: CaseRow;
  case_timeline: TimelineRow;
  stage_counts: StageCountRow;
  worklist: WorklistRow;
  acted_on: ActedRow;
  summary_sheets: SheetRow;
  summary_entries: SheetEntryRow;
  payment_list: PaymentRow;
  payment_items: PaymentItemRow;
  notices: NoticeRow;
  notice_postings: PostingRow;
  notice_entries: NoticeEntryRow;
  town_ledger: TownLedgerRow;
  town_reservation: ReservationRow;
  tranche_ledger: TrancheRow;
  households: HouseholdRow;
  staff: StaffRow;
  open_decisions: OpenDecisionRow;
  stream_revisions: StreamRevisionRow;
  parked_streams: ParkedStream;
  checkpoint: Checkpoint;
}

export type ReadModelDatabase = Kysely<ReadModelTables>;
