import { fact } from '@yihu/workflow';
import type { Amounts, IsoDate, Sealed } from '../shared';

export interface BatchRow extends Amounts {
  /** From 1, as printed in the bank file. */
  readonly row: number;
  readonly caseId: string;
  readonly householdId: string;
  readonly seq: number;
  readonly attempt: number;
  readonly amountFen: number;
  readonly accountRef: string;
}

/** What the bank said of a row, word for word. A reversal's amount may be below zero. */
interface RowOutcome {
  readonly row: number;
  readonly amountFen: number;
  readonly valueOn: IsoDate;
  readonly bankRef: string;
  readonly rawCode: string;
}

/** One payment batch, from the manifest to the bank's answer (A11). */
export interface PaymentFacts {
  BatchDrawn: {
    readonly year: number;
    readonly town: string;
    readonly tranche: 1 | 2;
    readonly rows: readonly BatchRow[];
    readonly count: number;
    readonly sumFen: number;
    readonly hash: string;
  };
  BatchApproved: { readonly hash: string };
  BatchReleased: { readonly fileHash: string; readonly releasedOn: IsoDate };
  BatchCancelled: { readonly reason: Sealed };
  ResultsImported: { readonly fileHash: string; readonly rows: number; readonly applied: readonly number[] };
  ItemConfirmed: RowOutcome & {
    /** The row had been given up before. */
    readonly late?: true;
    /** Set for money that was not owed: the recovery by which it is asked back. */
    readonly recoveryId?: string;
  };
  ItemReturned: RowOutcome;
  /** `part` marks money that went out and is not the whole sum (BNK-10). */
  ItemUnknown: RowOutcome & { readonly part?: true };
  ItemReversed: RowOutcome;
  ItemDropped: { readonly row: number; readonly reason: string };
  BatchReconciled: { readonly confirmedFen: number; readonly returnedFen: number; readonly openFen: number };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const paymentFact = fact<PaymentFacts>();
