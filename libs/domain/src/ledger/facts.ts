import { fact } from '@yihu/workflow';
import type { Amounts, IsoDate } from '../shared';

interface ForCase {
  readonly caseId: string;
}

interface ForTranche extends ForCase {
  readonly tranche: 1 | 2;
  readonly seq: number;
}

/** What a town's money came to, all in fen. */
export interface LedgerSums {
  readonly allottedFen: number;
  /** What went out, net of reversals and before recoveries. */
  readonly paidFen: number;
  /** What households gave back. */
  readonly recoveredFen: number;
  /** What the town gave back to the district. */
  readonly returnedFen: number;
}

/** Cases that are settled, by the stage they ended in. */
export type FinalCounts = Readonly<Record<string, number>>;

/** The town's money, all in fen. The ledger is the only authority on what is left (R18, A4). */
export interface LedgerFacts {
  QuotaAllotted: {
    readonly year: number;
    readonly unit: string;
    readonly amountFen: number;
    readonly subsidyLineFen: number;
    readonly rewardLineFen: number;
  };
  MoneyReserved: ForCase & Amounts & { readonly planVersion: number; readonly cause: string };
  /** The new amounts, not the difference. */
  ReservationAdjusted: ForCase & Amounts & { readonly planVersion: number; readonly cause: string };
  /** What goes back to the town: the part that was not paid. */
  ReservationReleased: ForCase & Amounts & { readonly cause: string };
  TrancheAuthorised: ForTranche & Amounts & { readonly attempt: number; readonly batchId: string };
  AuthorisationCancelled: ForTranche & {
    readonly attempt: number;
    readonly batchId: string;
    readonly reason: string;
  };
  TranchePaid: ForTranche &
    Amounts & {
      readonly attempt: number;
      readonly valueOn: IsoDate;
      /** Set for money that went out and was not owed: the recovery by which it is asked back. */
      readonly recoveryId?: string;
    };
  PaymentReversed: ForTranche & Amounts & { readonly attempt: number; readonly valueOn: IsoDate };
  RecoveryBooked: ForCase & Amounts & { readonly recoveryId: string; readonly receivedOn: IsoDate };
  CaseSettled: ForCase & { readonly final: string; readonly paidFen: number };
  CaseUnsettled: ForCase;
  SurplusReturned: { readonly amountFen: number; readonly returnedOn: IsoDate; readonly docNo: string };
  /** All cases of the roster are settled, and what was not paid is back at the district (R35). */
  TownClosed: LedgerSums & { readonly settled: number; readonly stages: FinalCounts };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const ledgerFact = fact<LedgerFacts>();
