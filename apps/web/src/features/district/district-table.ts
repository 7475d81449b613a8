import type { DistrictSummaryView, DistrictTownRow } from '@yihu/api-contract';
import { typedYuan } from '../../shared/read-number';

/** A row's figures, of a town or of all of them. */
export type Figures = DistrictSummaryView['total'];

/** The stages that any town has a case in, in the server's order: an empty column would say nothing. */
export function stagesShown({ total }: Pick<DistrictSummaryView, 'total'>): readonly string[] {
  return Object.keys(total.stages).filter((stage) => total.stages[stage]! > 0);
}

/** What was paid of both tranches and of rewards. */
export function paidFen({ paidFirstFen, paidSecondFen, paidRewardFen }: Figures): number {
  return paidFirstFen + paidSecondFen + paidRewardFen;
}

/** The table for other programs, with the heads it is given. */
export function districtTable(
  view: DistrictSummaryView,
  heads: readonly string[],
  sum: string,
): readonly (readonly (string | number)[])[] {
  const stages = stagesShown(view);
  const cells = (name: string, figures: Figures) => [
    name,
    figures.households,
    ...stages.map((stage) => figures.stages[stage] ?? 0),
    ...[figures.allottedFen, figures.reservedFen, figures.roomFen, paidFen(figures)].map(typedYuan),
  ];
  return [
    heads,
    ...view.towns.map((town: DistrictTownRow) => cells(town.townName, town)),
    cells(sum, view.total),
  ];
}
