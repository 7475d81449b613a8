import type { CaseHousehold, PaymentView } from '@yihu/api-contract';

/** A row of a batch with its household. */
export type PaidRow = PaymentView['rows'][number] & { readonly household: CaseHousehold | undefined };

/** What became of a row: problems come first, and what nobody knows yet stands apart from what came back. */
export type Outcome = 'returned' | 'unknown' | 'open' | 'confirmed' | 'again';

export interface OutcomeGroup {
  readonly outcome: Outcome;
  readonly rows: readonly PaidRow[];
  readonly sumFen: number;
}

const ORDER: readonly Outcome[] = ['returned', 'unknown', 'open', 'confirmed', 'again'];

const OUTCOMES: Readonly<Record<PaidRow['status'], Outcome>> = {
  open: 'open',
  confirmed: 'confirmed',
  returned: 'returned',
  reversed: 'returned',
  dropped: 'returned',
  unknown: 'unknown',
};

/** The rows of a batch by what became of them. The groups hold every row once, so their sums equal the batch's. */
export function outcomeGroups({
  rows,
  households,
  drawnAgain,
}: Pick<PaymentView, 'rows' | 'households' | 'drawnAgain'>) {
  const outcomeOf = ({ row, status }: PaidRow): Outcome =>
    // What came back and is in a later batch must not look as if it waited to be paid.
    OUTCOMES[status] === 'returned' && drawnAgain.includes(row) ? 'again' : OUTCOMES[status];
  const named = rows.map((row, index): PaidRow => ({ ...row, household: households[index] }));
  return ORDER.map((outcome): OutcomeGroup => {
    const own = named.filter((row) => outcomeOf(row) === outcome);
    return { outcome, rows: own, sumFen: own.reduce((sum, { amountFen }) => sum + amountFen, 0) };
  });
}

/** The three sums that a batch falls into once it is with the bank; what is not answered counts as not known. */
export function threeSums(groups: readonly OutcomeGroup[]) {
  const of = (...outcomes: readonly Outcome[]) => {
    const own = groups.filter(({ outcome }) => outcomes.includes(outcome));
    return {
      count: own.reduce((sum, { rows }) => sum + rows.length, 0),
      sumFen: own.reduce((sum, { sumFen }) => sum + sumFen, 0),
    };
  };
  return {
    confirmed: of('confirmed'),
    returned: of('returned', 'again'),
    unknown: of('unknown', 'open'),
    all: of(...ORDER),
  };
}
