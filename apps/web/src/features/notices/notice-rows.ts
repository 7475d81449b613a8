import type { SummaryRowView } from '@yihu/api-contract';
import type { Posting } from './hanging';

/** A row of the sheet on the wall. */
export interface NoticeRow {
  readonly caseId: string;
  /** Masked for everybody, whoever looks: so it hangs (R32). */
  readonly name: string | undefined;
  readonly householdClass: SummaryRowView['householdClass'] | undefined;
  readonly items: readonly string[];
  readonly subsidyFen: number;
  readonly rewardFen: number;
}

/** The cases of a posting with their households. Items are told while the plan is the one that was posted. */
export function rowsOf(
  { entries }: Pick<Posting, 'entries'>,
  households: readonly SummaryRowView[],
): readonly NoticeRow[] {
  const known = new Map(households.map((row) => [row.caseId, row]));
  return entries.map(({ caseId, planVersion, subsidyFen, rewardFen }) => {
    const row = known.get(caseId);
    return {
      caseId,
      name: row?.maskedName,
      householdClass: row?.householdClass,
      items: row?.planVersion === planVersion ? row.items : [],
      subsidyFen,
      rewardFen,
    };
  });
}
