import type { CaseRow } from './case-list';
import type { TimelineRow } from './case-timeline';
import type { HouseholdRow } from './households';
import type { ReadModelDatabase } from './tables';

/** What a case's page shows beside its fold. */
export interface CaseDetail {
  readonly row: Pick<CaseRow, 'entered' | 'batchId' | 'revision'>;
  /** Undefined when the household's own row is not there. */
  readonly household: Pick<HouseholdRow, 'name' | 'phone' | 'memberCount'> | undefined;
  /** The return that is not made good yet. */
  readonly returned: Pick<TimelineRow, 'revision' | 'data' | 'actorId' | 'recordedAt'> | undefined;
}

/** One case with its household and its open return, by keys alone. */
export async function findCaseDetail(
  database: ReadModelDatabase,
  caseId: string,
): Promise<CaseDetail | undefined> {
  const found = await database
    .selectFrom('case_list as case')
    .leftJoin('households as household', 'household.householdId', 'case.householdId')
    .leftJoin('case_timeline as returned', (join) =>
      join
        .onRef('returned.caseId', '=', 'case.caseId')
        .onRef('returned.revision', '=', 'case.returnedRevision'),
    )
    .where('case.caseId', '=', caseId)
    .select([
      'case.entered',
      'case.batchId',
      'case.revision',
      'household.name',
      'household.phone',
      'household.memberCount',
      'returned.revision as returnedRevision',
      'returned.data as returnedData',
      'returned.actorId as returnedBy',
      'returned.recordedAt as returnedAt',
    ])
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { entered, batchId, revision, name, phone, memberCount } = found;
  return {
    row: { entered, batchId, revision },
    household: name === null ? undefined : { name, phone: phone!, memberCount: memberCount! },
    returned:
      found.returnedRevision === null
        ? undefined
        : {
            revision: found.returnedRevision,
            data: found.returnedData!,
            actorId: found.returnedBy!,
            recordedAt: found.returnedAt!,
          },
  };
}
