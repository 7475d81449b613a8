import type { IsoDate, Sealed } from '../shared';

export interface DrawBatchInput {
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly caseIds: readonly string[];
}

export interface ApproveBatchInput {
  /** The manifest hash on the approver's screen. */
  readonly hash: string;
}

export interface ReleaseBatchInput {
  readonly fileHash: string;
}

export interface CancelBatchInput {
  readonly reason: Sealed;
}

export interface ResultRow {
  readonly row: number;
  readonly amountFen: number;
  readonly valueOn: IsoDate;
  readonly bankRef: string;
  readonly code: string;
}

/** A bank's result file as read; it is applied whole or not at all. */
export interface ImportResultsInput {
  readonly fileHash: string;
  readonly rows: readonly ResultRow[];
  /** The trailer of the file. */
  readonly count: number;
  readonly sumFen: number;
}
