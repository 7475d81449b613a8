import { fact } from '@yihu/workflow';
import type { Amounts, IsoDate, Sealed, Signature } from '../shared';

export interface SummaryEntry extends Amounts {
  readonly caseId: string;
  readonly planVersion: number;
  /** Content hash of that plan version. */
  readonly contentHash: string;
}

/** The town's F2: drawn, sealed by the leader, submitted, received (R38, R23). */
export interface SummaryFacts {
  SummaryDrawn: {
    readonly year: number;
    readonly town: string;
    readonly no: number;
    readonly kind: 'main' | 'supplement';
    readonly entries: readonly SummaryEntry[];
    readonly subsidySumFen: number;
    readonly rewardSumFen: number;
    readonly hash: string;
    /** Share of the households with the most frequent subsidy, in permille (R19). */
    readonly modalPermille: number;
  };
  SummarySealed: {
    readonly no: number;
    readonly hash: string;
    readonly signature: Signature;
    readonly sealPhoto: string;
    readonly evenSplitExplanation?: Sealed;
  };
  SummaryVoided: { readonly no: number; readonly reason: Sealed };
  SummarySubmitted: { readonly no: number; readonly submittedOn: IsoDate };
  SummaryReceived: {
    readonly no: number;
    readonly receiptNo: string;
    readonly receivedOn: IsoDate;
    readonly filed: readonly string[];
    readonly returned: readonly string[];
  };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const summaryFact = fact<SummaryFacts>();
