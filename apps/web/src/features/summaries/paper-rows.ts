import type { SummaryRowView, SummarySheetView, TownSummaryView } from '@yihu/api-contract';

/** What stands in the last column of a row, and stops nothing. */
export type Remark =
  | { readonly kind: 'on-sheet'; readonly no: number }
  | { readonly kind: 'ended'; readonly stage: string }
  | { readonly kind: 'drawable' | 'returned' | 'changed' };

/** A row of the form (F2). Missing amounts are those of a household without a plan. */
export interface PaperRow extends Pick<
  SummaryRowView,
  'caseId' | 'householdCode' | 'householdClass' | 'village' | 'items' | 'memberCount'
> {
  readonly name: string | undefined;
  readonly subsidyFen: number | undefined;
  readonly forecastFen: number | undefined;
  readonly rewardFen: number | undefined;
  readonly remark?: Remark;
}

export interface PaperSums {
  readonly households: number;
  readonly memberCount: number;
  readonly subsidyFen: number;
  readonly forecastFen: number;
  readonly rewardFen: number;
}

/** Every household of the town, as its newest plan stands. */
export function rowsOfTown({ rows }: Pick<TownSummaryView, 'rows'>): readonly PaperRow[] {
  return rows.map((row) => {
    const { subsidyFen, forecastFen, rewardFen } = row;
    const remark = remarkOf(row);
    const amounts =
      row.planVersion === 0 || row.withoutProject
        ? { subsidyFen: undefined, forecastFen: undefined, rewardFen: undefined }
        : { subsidyFen, forecastFen, rewardFen };
    return { ...headOf(row), ...amounts, ...(remark && { remark }) };
  });
}

function remarkOf({ withoutProject, stage, sheetNo, drawable }: SummaryRowView): Remark | undefined {
  if (withoutProject) return { kind: 'ended', stage };
  if (sheetNo !== undefined) return { kind: 'on-sheet', no: sheetNo };
  return drawable ? { kind: 'drawable' } : undefined;
}

/** The households of a sheet with the amounts that it was drawn with: those are what is sealed. */
export function rowsOfSheet(
  { rows }: Pick<TownSummaryView, 'rows'>,
  { entries, returned }: SummarySheetView,
): readonly PaperRow[] {
  return entries.flatMap(({ caseId, contentHash, subsidyFen, rewardFen }): readonly PaperRow[] => {
    const row = rows.find((each) => each.caseId === caseId);
    if (!row) return [];
    const isCurrent = row.contentHash === contentHash;
    const remark: Remark | undefined = returned.includes(caseId)
      ? { kind: 'returned' }
      : isCurrent
        ? undefined
        : { kind: 'changed' };
    const forecastFen = isCurrent ? row.forecastFen : undefined;
    return [{ ...headOf(row), subsidyFen, forecastFen, rewardFen, ...(remark && { remark }) }];
  });
}

/** What the columns add up to. */
export function sumsOf(rows: readonly PaperRow[]): PaperSums {
  const sum = (amountOf: (row: PaperRow) => number | undefined) =>
    rows.reduce((total, row) => total + (amountOf(row) ?? 0), 0);
  return {
    households: rows.length,
    memberCount: sum((row) => row.memberCount),
    subsidyFen: sum((row) => row.subsidyFen),
    forecastFen: sum((row) => row.forecastFen),
    rewardFen: sum((row) => row.rewardFen),
  };
}

/** Subsidy and reward of a row together. */
export function togetherFen({ subsidyFen, rewardFen }: Pick<PaperRow, 'subsidyFen' | 'rewardFen'>) {
  return subsidyFen === undefined || rewardFen === undefined ? undefined : subsidyFen + rewardFen;
}

function headOf({
  caseId,
  householdCode,
  householdClass,
  village,
  items,
  memberCount,
  name,
}: SummaryRowView) {
  return { caseId, householdCode, householdClass, village, items, memberCount, name };
}
