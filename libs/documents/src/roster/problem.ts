/** Everything that can be said of a roster by reading it; the language files have words for each. */
export const ROSTER_PROBLEMS = [
  'file-empty',
  'file-too-large',
  'workbook-old-or-locked',
  'workbook-damaged',
  'workbook-unsafe',
  'workbook-too-large',
  'workbook-too-slow',
  'text-unreadable',
  'text-broken',
  'too-many-rows',
  'too-many-columns',
  'header-missing',
  'column-missing',
  'column-unknown',
  'column-twice',
  'cell-missing',
  'cell-error',
  'number-damaged',
  'class-unknown',
  'relation-unknown',
  'count-unreadable',
  'day-unreadable',
  'day-is-a-number',
  'bank-missing',
  'same-person',
  'same-account',
  'same-code',
  'characters-folded',
  'inner-space',
  'full-stop-in-name',
] as const;

export type RosterProblemCode = (typeof ROSTER_PROBLEMS)[number];

/** What the words about a problem may name: numbers of rows, titles of columns, limits. Never what a cell holds. */
export type ProblemDetail = Readonly<Record<string, string | number>>;

/** One cell, row or file that needs a person. */
export interface RosterProblem {
  /** The row's number in the sheet, counted from 1; 0 for the file. */
  readonly row: number;
  /** The column's title as the file has it. */
  readonly column?: string;
  readonly code: RosterProblemCode;
  readonly detail: ProblemDetail;
  /** `error` stops an import, `notice` is told and taken. */
  readonly weight: 'error' | 'notice';
}

/** A file of which nothing can be read. */
export class RosterUnreadable extends Error {
  override readonly name = 'RosterUnreadable';

  constructor(
    readonly code: RosterProblemCode,
    readonly detail: ProblemDetail = {},
    /** The row at which reading ended, where there is one. */
    readonly row = 0,
  ) {
    super(code);
  }
}

export function errorIn(
  row: number,
  column: string | undefined,
  code: RosterProblemCode,
  detail: ProblemDetail = {},
): RosterProblem {
  return { row, ...(column !== undefined && { column }), code, detail, weight: 'error' };
}

export function noticeIn(row: number, column: string, code: RosterProblemCode): RosterProblem {
  return { row, column, code, detail: {}, weight: 'notice' };
}
