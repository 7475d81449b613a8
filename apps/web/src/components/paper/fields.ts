import type { ReturnedView } from '@yihu/api-contract';

/*
 * The cells of a paper are called as the request that fills them calls its fields. Rows are counted from 1, as
 * on the paper: `lines.1.quantityMilli` is the quantity in the first row.
 */

/** The columns of a row of the budget form (F1). */
export const BUDGET_COLUMNS = ['item', 'quantityMilli', 'unitPriceFen', 'amountFen'] as const;

/** What stands once on the budget form. */
export const BUDGET_TOTALS = ['subsidyFen', 'forecastFen', 'rewardFen'] as const;

/** The columns of a row of the acceptance form (F3). */
export const ACCEPTANCE_COLUMNS = ['paidUnitPriceFen', 'acceptedMilli', 'acceptedFen', 'done'] as const;

export function fieldOfLine(lineNo: number, column: string): string {
  return `lines.${lineNo}.${column}`;
}

/** The row and the column of a field, or `undefined` for a field that stands once. A whole row is its item. */
export function lineOfField(field: string): { readonly lineNo: number; readonly column: string } | undefined {
  const found = /^lines\.(\d+)(?:\.(\w+))?$/.exec(field);
  return found ? { lineNo: Number(found[1]), column: found[2] ?? 'item' } : undefined;
}

/** Puts the reasons of a return into one text, a line for each field: what it is called, and what is wrong. */
export function textOfReasons(
  reasons: readonly { readonly label: string; readonly reason: string }[],
  remark = '',
): string {
  const lines = reasons.map(({ label, reason }) => `${label}：${oneLine(reason)}`);
  return [...lines, ...(remark.trim() === '' ? [] : [oneLine(remark)])].join('\n');
}

/** The reason that a return gives for each of its fields; one that gives a single reason gives it for all. */
export function reasonsByField(
  returned: Pick<ReturnedView, 'fields' | 'text'>,
): Readonly<Record<string, string>> {
  const { fields, text = '' } = returned;
  const lines = text.split('\n');
  const isListed =
    lines.length >= fields.length && lines.slice(0, fields.length).every((line) => /：./.test(line));
  return Object.fromEntries(
    fields.map((field, index) => [cellOf(field), isListed ? lines[index]!.replace(/^[^：]*：/, '') : text]),
  );
}

function cellOf(field: string): string {
  const cell = lineOfField(field);
  return cell ? fieldOfLine(cell.lineNo, cell.column) : field;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
