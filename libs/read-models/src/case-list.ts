import type { Activity, CaseFacts, HouseholdClass, Stage } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { caseChanges, undrafted } from './case-changes';
import { rankOf, wayAfter } from './case-path';
import { placeAfter } from './case-place';
import { countStage, stageCountTable } from './stage-counts';
import { existing, metadataOf, subjectIdOf, type ReadModel, type Rows } from './read-model';
import { flag, integer, orNull, table, text, textOf, type RowOf } from './table';

/** One row for each case, as it stands now. */
export const caseTable = table(
  'case_list',
  {
    caseId: text,
    householdId: text,
    householdCode: text,
    year: integer,
    town: text,
    village: text,
    householdClass: textOf<HouseholdClass>(),
    stage: textOf<Stage>(),
    /** The key of the place in the machine, finer than the stage. */
    place: text,
    workflowVersion: integer,
    /** The version drafted last, or in force once one is filed; 0 before the first draft. */
    planVersion: integer,
    subsidyFen: integer,
    rewardFen: integer,
    activity: orNull(textOf<Activity>()),
    /** JSON array of the items of the plan's lines. */
    items: text,
    forecastFen: integer,
    /** What a signature of the plan covers. */
    contentHash: orNull(text),
    draftedRevision: orNull(integer),
    /** A drafted change of the filed version: it counts for nothing until it is filed (R24). */
    amendmentVersion: orNull(integer),
    amendmentSubsidyFen: orNull(integer),
    amendmentRewardFen: orNull(integer),
    /** JSON of what else a list shows of it. */
    amendmentPlan: orNull(text),
    villageCadreId: orNull(text),
    townCadreId: orNull(text),
    frozen: flag,
    /** JSON array of the open grounds. */
    frozenGrounds: text,
    /** JSON: the new day by the deadline that was extended. */
    extensions: text,
    /** The policy that governs from the town's signature on. */
    policyVersion: orNull(integer),
    receiptNo: orNull(text),
    /** The batch that a tranche is at the bank with. */
    batchId: orNull(text),
    completedOn: orNull(text),
    /** What is left to pay once the work is accepted: of the subsidy, and the reward. */
    secondFen: integer,
    secondRewardFen: integer,
    /** What a signature of the acceptance covers. */
    acceptanceHash: orNull(text),
    /** The day by which a rectification was asked for. */
    rectifiedBy: orNull(text),
    /** JSON: what is still owed by recovery, and the sum of it. */
    recoveries: text,
    owedFen: integer,
    /** The last return, until the case has gone further than it had, and how far that was. */
    returnedRevision: orNull(integer),
    returnedRank: orNull(integer),
    /** JSON of `EnteredStage`s: the way to where the case stands. */
    entered: text,
    /** When each stage was first entered (`recordedAt`). A case that is later returned keeps it. */
    reachedDrafted: orNull(text),
    reachedCadreSigned: orNull(text),
    reachedFiled: orNull(text),
    reachedFirstTranchePaid: orNull(text),
    reachedAccepted: orNull(text),
    reachedFullyPaid: orNull(text),
    revision: integer,
    updatedAt: text,
  },
  {
    key: ['caseId'],
    indexes: [
      ['householdCode', 'caseId'],
      ['town', 'stage', 'year'],
      ['village'],
      ['villageCadreId'],
      ['townCadreId'],
      ['householdId'],
    ],
  },
);

export type CaseRow = RowOf<typeof caseTable>;

export const caseList: ReadModel = { kind: 'case', tables: [caseTable, stageCountTable], project };

/** The stages that a case passes on its way, and the column that says when. */
export const REACHED_COLUMNS = {
  drafted: 'reachedDrafted',
  'cadre-signed': 'reachedCadreSigned',
  filed: 'reachedFiled',
  'first-tranche-paid': 'reachedFirstTranchePaid',
  accepted: 'reachedAccepted',
  'fully-paid': 'reachedFullyPaid',
} as const;

export type PassedStage = keyof typeof REACHED_COLUMNS;
export type ReachedColumn = (typeof REACHED_COLUMNS)[PassedStage];

const RETURNS: readonly string[] = ['PlanReturned', 'FilingReturned'];

function project(event: StoredEvent, rows: Rows): void {
  const caseId = subjectIdOf(event.stream);
  const before = rows.get(caseTable, caseId);
  const known = before ?? existing(opened(caseId, event), event);
  const place = placeAfter(before?.place, known.workflowVersion, event);
  const { recordedAt, actorId, policyVersion } = metadataOf(event);
  const stage = place.stage as Stage;
  const reached = REACHED_COLUMNS[stage as PassedStage] as ReachedColumn | undefined;
  const by = { revision: event.revision, policyVersion };
  const standing = { stage, place: place.key };
  const row: CaseRow = {
    ...known,
    ...caseChanges[event.type as keyof CaseFacts]?.(known, event.data as never, by),
    ...(reached !== undefined && known[reached] === null && { [reached]: recordedAt }),
    ...returnAfter(known, standing, event),
    entered: wayAfter(known, { stage, at: recordedAt, by: actorId }, event.type === 'PlanDrafted'),
    ...standing,
    revision: event.revision,
    updatedAt: recordedAt,
  };
  rows.put(caseTable, row);
  countStage(rows, before, row);
}

function returnAfter(
  row: CaseRow,
  standing: Pick<CaseRow, 'stage' | 'place'>,
  { type, revision }: StoredEvent,
): Partial<CaseRow> {
  if (RETURNS.includes(type)) return { returnedRevision: revision, returnedRank: rankOf(row) };
  if (row.returnedRank === null || rankOf(standing) <= row.returnedRank) return {};
  return { returnedRevision: null, returnedRank: null };
}

function opened(caseId: string, event: StoredEvent): CaseRow | undefined {
  if (event.type !== 'CaseOpened') return undefined;
  const facts = event.data as unknown as CaseFacts['CaseOpened'];
  return {
    caseId,
    householdId: facts.householdId,
    householdCode: facts.householdCode,
    year: facts.year,
    town: facts.town,
    village: facts.village,
    householdClass: facts.householdClass,
    stage: 'drafted',
    place: '',
    workflowVersion: facts.workflowVersion,
    ...undrafted,
    villageCadreId: null,
    townCadreId: null,
    returnedRevision: null,
    returnedRank: null,
    entered: '[]',
    reachedDrafted: null,
    reachedCadreSigned: null,
    reachedFiled: null,
    reachedFirstTranchePaid: null,
    reachedAccepted: null,
    reachedFullyPaid: null,
    revision: 0,
    updatedAt: '',
  };
}
