import type { CaseFacts, HouseholdClass, Stage } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { placeAfter } from './case-place';
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
    /** A drafted change of the filed version: it counts for nothing until it is filed (R24). */
    amendmentVersion: orNull(integer),
    amendmentSubsidyFen: orNull(integer),
    amendmentRewardFen: orNull(integer),
    villageCadreId: orNull(text),
    townCadreId: orNull(text),
    frozen: flag,
    /** JSON array of the open grounds. */
    frozenGrounds: text,
    receiptNo: orNull(text),
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
    ],
  },
);

export type CaseRow = RowOf<typeof caseTable>;

export const caseList: ReadModel = { kind: 'case', tables: [caseTable], project };

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

function project(event: StoredEvent, rows: Rows): void {
  const caseId = subjectIdOf(event.stream);
  const before = rows.get(caseTable, caseId);
  const known = before ?? existing(opened(caseId, event), event);
  const place = placeAfter(before?.place, known.workflowVersion, event);
  const { recordedAt } = metadataOf(event);
  const reached = REACHED_COLUMNS[place.stage as PassedStage] as ReachedColumn | undefined;
  rows.put(caseTable, {
    ...known,
    ...changes[event.type as keyof CaseFacts]?.(known, event.data as never),
    ...(reached !== undefined && known[reached] === null && { [reached]: recordedAt }),
    stage: place.stage as Stage,
    place: place.key,
    revision: event.revision,
    updatedAt: recordedAt,
  });
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
    planVersion: 0,
    subsidyFen: 0,
    rewardFen: 0,
    ...noAmendment,
    villageCadreId: null,
    townCadreId: null,
    ...frozenBy([]),
    receiptNo: null,
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

const noAmendment = { amendmentVersion: null, amendmentSubsidyFen: null, amendmentRewardFen: null };

/** Only the facts that change more than stage and revision; the machine has judged the others already. */
const changes: {
  readonly [Type in keyof CaseFacts]?: (row: CaseRow, data: CaseFacts[Type]) => Partial<CaseRow>;
} = {
  CadresAssigned: (_row, { villageCadreId, townCadreId }) => ({ villageCadreId, townCadreId }),
  CaseTransferred: (_row, { toTown: town, toVillage: village }) => ({ town, village }),
  PlanDrafted: (_row, { planVersion, subsidyFen, rewardFen }) => ({ planVersion, subsidyFen, rewardFen }),
  PlanFiled: (_row, { receiptNo }) => ({ receiptNo }),
  FilingReturned: () => ({ receiptNo: null, ...noAmendment }),
  CaseWithdrawn: () => ({ receiptNo: null, ...noAmendment }),
  AmendmentDrafted: (_row, { planVersion, subsidyFen, rewardFen }) => ({
    amendmentVersion: planVersion,
    amendmentSubsidyFen: subsidyFen,
    amendmentRewardFen: rewardFen,
  }),
  AmendmentFiled: (row, { planVersion, receiptNo }) => ({
    planVersion,
    subsidyFen: row.amendmentSubsidyFen ?? row.subsidyFen,
    rewardFen: row.amendmentRewardFen ?? row.rewardFen,
    receiptNo,
    ...noAmendment,
  }),
  AmendmentDropped: () => noAmendment,
  CaseFrozen: (row, { ground }) => frozenBy([...groundsOf(row), ground]),
  CaseUnfrozen: (row, { ground }) => frozenBy(groundsOf(row).filter((each) => each !== ground)),
};

/** A case frozen on two grounds stays frozen until both are lifted. */
function frozenBy(grounds: readonly string[]): Pick<CaseRow, 'frozen' | 'frozenGrounds'> {
  const distinct = [...new Set(grounds)].sort();
  return { frozen: distinct.length > 0 ? 1 : 0, frozenGrounds: JSON.stringify(distinct) };
}

function groundsOf(row: CaseRow): readonly string[] {
  return JSON.parse(row.frozenGrounds) as readonly string[];
}
