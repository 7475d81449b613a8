/** One cell or row of an imported file that needs a person. */
export interface ImportProblem {
  /** The row's number in the sheet, counted from 1 with the header. */
  readonly row: number;
  /** The column's title; missing when it is about the row or the file. */
  readonly column?: string;
  /** What is wrong, as a stable word: `number-damaged`, `same-person`, `unknown-village`, … */
  readonly code: string;
  readonly message: string;
  /** `error` stops the import, `notice` is told and taken. */
  readonly weight: 'error' | 'notice';
}

/** What an import read, and what it did or would do. All rows or none. */
export interface ImportReport {
  /** Made from the file's content: the same file is the same import. */
  readonly importId: string;
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv';
  /** How the text was read; it can be overruled with `encoding`. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'gb18030' | 'xlsx';
  readonly sheet?: string;
  readonly dryRun: boolean;
  /** `running` answers a second request for the same file while the first is under way. */
  readonly status: 'checked' | 'refused' | 'running' | 'done';
  readonly rows: number;
  /** Rows of other towns, which were left alone. */
  readonly otherTowns: number;
  /** Rows that speak of no household: titles, examples, totals. */
  readonly skipped: readonly { readonly row: number; readonly why: string }[];
  readonly registered: number;
  readonly unchanged: number;
  /** Known households whose row says something else. Nothing about them was changed. */
  readonly differs: readonly {
    readonly row: number;
    readonly householdCode: string;
    readonly columns: readonly string[];
  }[];
  readonly problems: readonly ImportProblem[];
  /** The first rows as they were read, so that a person sees whether the text is right. */
  readonly preview: readonly Readonly<Record<string, string>>[];
  readonly progress: { readonly done: number; readonly all: number };
}
