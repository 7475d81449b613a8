import type { Kysely } from 'kysely';
import { checkpointTable, streamRevisionTable, type Checkpoint, type StreamRevisionRow } from './bookkeeping';
import { caseList, type CaseRow } from './case-list';
import { caseTimeline, type TimelineRow } from './case-timeline';
import { households, type HouseholdRow } from './households';
import { parkedTable, type ParkedStream } from './parked-streams';
import { programmeList, type ProgrammeRow } from './programme-list';
import type { ReadModel } from './read-model';
import { staff, type StaffRow } from './staff';
import { townLedger, type ReservationRow, type TownLedgerRow } from './town-ledger';
import { trancheLedger, type TrancheRow } from './tranche-ledger';

/** Every read model. Of one kind the earlier is projected first, so a later one can look at its rows. */
export const readModels: readonly ReadModel[] = [
  programmeList,
  caseList,
  caseTimeline,
  townLedger,
  trancheLedger,
  households,
  staff,
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
  town_ledger: TownLedgerRow;
  town_reservation: ReservationRow;
  tranche_ledger: TrancheRow;
  households: HouseholdRow;
  staff: StaffRow;
  stream_revisions: StreamRevisionRow;
  parked_streams: ParkedStream;
  checkpoint: Checkpoint;
}

export type ReadModelDatabase = Kysely<ReadModelTables>;
