import type { Stage } from '@yihu/domain';
import type { Rows } from './read-model';
import { integer, table, text, textOf, type RowOf } from './table';

/** How many cases of a town stand in each stage, so that a district's table counts none of them. */
export const stageCountTable = table(
  'stage_counts',
  { year: integer, town: text, stage: textOf<Stage>(), count: integer },
  { key: ['year', 'town', 'stage'], small: true },
);

export type StageCountRow = RowOf<typeof stageCountTable>;

type Counted = Pick<StageCountRow, 'year' | 'town' | 'stage'>;

/** Moves a case from where it was counted, if it was, to where it stands. */
export function countStage(rows: Rows, before: Counted | undefined, after: Counted): void {
  if (before?.stage === after.stage && before.town === after.town) return;
  if (before) add(rows, before, -1);
  add(rows, after, 1);
}

function add(rows: Rows, { year, town, stage }: Counted, change: 1 | -1): void {
  const count = rows.get(stageCountTable, year, town, stage)?.count ?? 0;
  rows.put(stageCountTable, { year, town, stage, count: count + change });
}
