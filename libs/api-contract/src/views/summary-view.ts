import type { Activity, SummaryState } from '@yihu/domain';
import type { AllowedAction, CaseHousehold } from './case-view';

/** A household's row of a town's summary, in the columns of F2. */
export interface SummaryRowView extends CaseHousehold {
  readonly caseId: string;
  readonly memberCount: number;
  /** As it hangs on a public notice, whoever reads (R32). Missing when the household's key was destroyed. */
  readonly maskedName?: string;
  readonly activity?: Activity;
  /** The items of the plan, in the plan's order. */
  readonly items: readonly string[];
  readonly subsidyFen: number;
  readonly forecastFen: number;
  readonly rewardFen: number;
  readonly planVersion: number;
  readonly contentHash?: string;
  readonly stage: string;
  readonly place: string;
  /** The number of the sheet that holds this version; missing while it is on none. */
  readonly sheetNo?: number;
  /** Signed and on no sheet: the next one can hold it. */
  readonly drawable?: boolean;
  /** On a sheet that the bureau has received: its plan can be filed under the receipt number. */
  readonly fileable?: boolean;
  /** Withdrawn, or never to have a project: its plan comes to nothing, and no sum holds it. */
  readonly withoutProject?: boolean;
  readonly revision: number;
}

/** A sheet of a town's summary, and the last segment of the command that it waits for. */
export type SummarySheetView = SummaryState['sheets'][number] & { readonly task?: string };

/** A town's summary (F2): every case of the town and the sheets that were drawn of them. */
export interface TownSummaryView {
  readonly id: string;
  readonly year: number;
  readonly town: string;
  readonly townName: string;
  /** -1 while no sheet was ever drawn. */
  readonly revision: number;
  readonly rows: readonly SummaryRowView[];
  readonly sheets: readonly SummarySheetView[];
  readonly subsidySumFen: number;
  readonly forecastSumFen: number;
  readonly rewardSumFen: number;
  readonly allottedFen: number;
  readonly reservedFen: number;
  /** The subsidy that most rows have, and its share of the rows (R19). */
  readonly modal?: { readonly subsidyFen: number; readonly sharePermille: number };
  readonly allowedActions: readonly AllowedAction[];
  readonly incomplete: boolean;
}

/** One town in the district's table. Towns stand in the programme's order and are never ranked. */
export interface DistrictTownRow {
  readonly town: string;
  readonly townName: string;
  readonly households: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly allottedFen: number;
  readonly reservedFen: number;
  readonly roomFen: number;
  readonly paidFirstFen: number;
  readonly paidSecondFen: number;
  readonly paidRewardFen: number;
  readonly closed: boolean;
  readonly incomplete: boolean;
}

/** The district's programme as it stands, a row for each town. */
export interface DistrictSummaryView {
  readonly year: number;
  readonly closed: boolean;
  readonly towns: readonly DistrictTownRow[];
  readonly total: Omit<DistrictTownRow, 'town' | 'townName' | 'closed' | 'incomplete'>;
}
