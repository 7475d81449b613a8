import type { PlanContent, PlanLine } from '@yihu/domain';
import { sayQuantity } from '@yihu/api-contract/browser';
import { yuan } from '../../shared/format';
import { BUDGET_TOTALS, fieldOfLine } from './fields';

/** What of a plan stands on the budget form. */
export type PaperPlan = Pick<PlanContent, 'lines' | 'subsidyFen' | 'rewardFen' | 'forecastFen'>;

/** How a plan differs from the one before it. */
export interface Changes {
  /** What stood in a cell, by the cell's field, where it was something else. */
  readonly old: Readonly<Record<string, string>>;
  /** Rows that were not there, counted from 1. */
  readonly added: ReadonlySet<number>;
  /** Rows that are no more. */
  readonly removed: readonly PlanLine[];
}

export const NO_CHANGES: Changes = { old: {}, added: new Set(), removed: [] };

/** Compares two versions of a plan. A row is the same row while its item is, then while its place is. */
export function changesOf(plan: PaperPlan, previous: PaperPlan | undefined): Changes {
  if (!previous) return NO_CHANGES;
  const before = pairs(plan.lines, previous.lines);
  const old: Record<string, string> = {};
  const note = (field: string, now: string, then: string) => {
    if (now !== then) old[field] = then;
  };
  plan.lines.forEach((line, index) => {
    const then = before[index];
    if (!then) return;
    note(fieldOfLine(index + 1, 'item'), itemOf(line), itemOf(then));
    note(
      fieldOfLine(index + 1, 'quantityMilli'),
      sayQuantity(line.quantityMilli),
      sayQuantity(then.quantityMilli),
    );
    note(fieldOfLine(index + 1, 'unitPriceFen'), yuan(line.unitPriceFen), yuan(then.unitPriceFen));
    note(fieldOfLine(index + 1, 'amountFen'), yuan(line.amountFen), yuan(then.amountFen));
  });
  for (const field of BUDGET_TOTALS) note(field, yuan(plan[field]), yuan(previous[field]));
  const added = plan.lines.flatMap((_line, index) => (before[index] ? [] : [index + 1]));
  return { old, added: new Set(added), removed: previous.lines.filter((line) => !before.includes(line)) };
}

/** How many cells differ; a new or a missing row counts as one. */
export function countOf({ old, added, removed }: Changes): number {
  return Object.keys(old).length + added.size + removed.length;
}

/** `脱温鸡苗（只）`. */
export function itemOf({ item, unit }: Pick<PlanLine, 'item' | 'unit'>): string {
  return `${item}（${unit}）`;
}

/** For each line the line it was, or nothing. */
function pairs(now: readonly PlanLine[], then: readonly PlanLine[]): readonly (PlanLine | undefined)[] {
  const free = [...then];
  const take = (line: PlanLine | undefined) => {
    const at = line ? free.indexOf(line) : -1;
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  const named = now.map((line) => take(free.find((each) => each.item === line.item)));
  return named.map((found, index) => found ?? take(then[index]));
}
