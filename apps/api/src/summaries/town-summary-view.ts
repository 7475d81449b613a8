import type { SummaryRowView, SummarySheetView, TownSummaryView } from '@yihu/api-contract';
import type { SummaryState } from '@yihu/domain';
import { taskOfSheet, type TownSummaryRow } from '@yihu/read-models';
import type { Vault } from '@yihu/vault';
import { householdView } from '../people/household-view';
import { nameFor } from '../people/reader';

/** A row of F2 for one reader. */
export function summaryRow(
  vault: Vault,
  row: TownSummaryRow,
  sheets: SummaryState['sheets'],
  known: boolean,
): SummaryRowView {
  const { caseId, activity, contentHash, sheetNo, stage, place, planVersion, revision } = row;
  const { subsidyFen, forecastFen, rewardFen } = row;
  const sheet = sheets.find((each) => each.no === sheetNo);
  const maskedName =
    row.name === null ? undefined : nameFor(vault, `household-${row.householdId}`, row.name, false);
  const isSigned = stage === 'cadre-signed';
  const isFileable = isSigned && sheet?.status === 'received' && !sheet.returned.includes(caseId);
  return {
    ...householdView(vault, row, row.name, known),
    caseId,
    memberCount: row.memberCount ?? 0,
    ...(maskedName !== undefined && { maskedName }),
    ...(activity !== null && { activity }),
    items: JSON.parse(row.items) as readonly string[],
    subsidyFen,
    forecastFen,
    rewardFen,
    planVersion,
    ...(contentHash !== null && { contentHash }),
    stage,
    place,
    ...(sheetNo !== null && { sheetNo }),
    ...(isSigned && sheetNo === null && { drawable: true }),
    ...(isFileable && { fileable: true }),
    ...(WITHOUT_PROJECT.includes(stage) && { withoutProject: true }),
    revision,
  };
}

/** These have a plan that comes to nothing, so no sum holds them. */
const WITHOUT_PROJECT: readonly string[] = ['withdrawn', 'no-project'];

/** A sheet with what it waits for. */
export function sheetView(sheet: SummaryState['sheets'][number]): SummarySheetView {
  const task = taskOfSheet(sheet.status);
  return { ...sheet, ...(task !== undefined && { task }) };
}

type Sums = Pick<TownSummaryView, 'subsidySumFen' | 'forecastSumFen' | 'rewardSumFen' | 'modal'>;

/** The foot of F2: the rows that have a project, and how even their subsidies are (R19). */
export function summarySums(rows: readonly SummaryRowView[]): Sums {
  const planned = rows.filter(({ planVersion, withoutProject }) => planVersion > 0 && !withoutProject);
  const sum = (of: 'subsidyFen' | 'forecastFen' | 'rewardFen') =>
    planned.reduce((total, row) => total + row[of], 0);
  const modal = modalOf(planned.map((row) => row.subsidyFen));
  return {
    subsidySumFen: sum('subsidyFen'),
    forecastSumFen: sum('forecastFen'),
    rewardSumFen: sum('rewardFen'),
    ...(modal && { modal }),
  };
}

function modalOf(subsidies: readonly number[]): Sums['modal'] {
  const counts = new Map<number, number>();
  for (const subsidyFen of subsidies) counts.set(subsidyFen, (counts.get(subsidyFen) ?? 0) + 1);
  const [most] = [...counts].sort(([one, first], [other, second]) => second - first || other - one);
  if (!most) return undefined;
  return { subsidyFen: most[0], sharePermille: Math.floor((most[1] * 1000) / subsidies.length) };
}
