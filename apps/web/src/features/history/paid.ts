import type { CaseFacts } from '@yihu/domain';

type Paying = {
  readonly [Type in keyof CaseFacts]?: (paidFen: number, data: CaseFacts[Type]) => number;
};

const PAYING: Paying = {
  FirstTranchePaid: (paidFen, { amountFen }) => paidFen + amountFen,
  FullyPaid: (_paidFen, { subsidyPaidFen, rewardPaidFen }) => subsidyPaidFen + rewardPaidFen,
  TrancheConfirmedLate: (paidFen, { amountFen }) => paidFen + amountFen,
  TrancheReversed: (paidFen, { amountFen }) => paidFen - amountFen,
  SecondTrancheReopened: (paidFen, { amountFen }) => paidFen - amountFen,
};

/** What the household has been paid after a fact, in fen; what was recovered from it is told apart. */
export function paidAfter(paidFen: number, type: string, data: object): number {
  const paying = PAYING as Readonly<Record<string, ((paidFen: number, data: object) => number) | undefined>>;
  return paying[type]?.(paidFen, data) ?? paidFen;
}
