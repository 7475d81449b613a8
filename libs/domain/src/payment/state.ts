import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { BatchRow, PaymentFacts } from './facts';
import type { ResultRow } from './inputs';

export type RowStatus = 'open' | 'confirmed' | 'returned' | 'unknown' | 'reversed' | 'dropped';

export interface RowState extends BatchRow {
  readonly status: RowStatus;
  /** Of the sum, what the bank says it paid in parts (BNK-10). */
  readonly partFen: number;
  /** What the bank has said of the row, so that a file that says it again adds nothing. */
  readonly said: readonly string[];
}

export interface PaymentState {
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly rows: readonly RowState[];
  readonly hash: string;
  readonly drawnBy: string;
  readonly approvedBy: string;
  readonly status: 'unwritten' | 'drawn' | 'approved' | 'released' | 'cancelled';
  /** Hashes of the result files already applied. */
  readonly files: readonly string[];
}

const initial: PaymentState = {
  year: 0,
  town: '',
  tranche: 1,
  rows: [],
  hash: '',
  drawnBy: '',
  approvedBy: '',
  status: 'unwritten',
  files: [],
};

export const paymentWorkflow = defineWorkflow<PaymentFacts, PaymentState>({
  kind: 'payment',
  version: 1,
  moves: [
    'BatchDrawn',
    'BatchApproved',
    'BatchReleased',
    'BatchCancelled',
    'ResultsImported',
    'ItemConfirmed',
    'ItemReturned',
    'ItemUnknown',
    'ItemReversed',
    'ItemDropped',
    'BatchReconciled',
  ],
  notes: ['DecisionAbandoned'],
  initial,
  reduce: {
    BatchDrawn: (state, { year, town, tranche, rows, hash }, by) => ({
      ...state,
      year,
      town,
      tranche,
      rows: rows.map((row) => ({ ...row, status: 'open' as const, partFen: 0, said: [] })),
      hash,
      drawnBy: by.actorId,
      status: 'drawn',
    }),
    BatchApproved: (state, _approved, by) => ({ ...state, status: 'approved', approvedBy: by.actorId }),
    BatchReleased: (state) => ({ ...state, status: 'released' }),
    BatchCancelled: (state) => ({ ...state, status: 'cancelled' }),
    ResultsImported: (state, { fileHash }) => ({ ...state, files: [...state.files, fileHash] }),
    ItemConfirmed: (state, item) => hear(state, item, () => ({ status: 'confirmed', partFen: 0 })),
    ItemReturned: (state, item) => hear(state, item, () => ({ status: 'returned' })),
    // What is unclear about a confirmed row takes nothing back.
    ItemUnknown: (state, item) =>
      hear(state, item, ({ status, partFen }) => ({
        status: status === 'confirmed' ? status : 'unknown',
        partFen: item.part ? partFen + item.amountFen : partFen,
      })),
    ItemReversed: (state, item) => hear(state, item, () => ({ status: 'reversed' })),
    ItemDropped: (state, { row }) => changeRow(state, row, () => ({ status: 'dropped' })),
    BatchReconciled: (state) => state,
    DecisionAbandoned: (state) => state,
  },
});

type Said = Pick<ResultRow, 'amountFen' | 'valueOn' | 'bankRef'> & { readonly rawCode: string };

/** What the bank says of a row, as one text. */
export function wordsOf({ bankRef, rawCode, amountFen, valueOn }: Said): string {
  return [bankRef, rawCode, amountFen, valueOn].join(' ');
}

/** What was said of a row, from its text. */
export function saidIn(words: string): Omit<ResultRow, 'row'> {
  const parts = words.split(' ');
  const [code, amountFen, valueOn] = parts.slice(-3) as [string, string, string];
  return { bankRef: parts.slice(0, -3).join(' '), code, amountFen: Number(amountFen), valueOn };
}

function hear(
  state: PaymentState,
  item: Said & { readonly row: number },
  changesOf: (row: RowState) => Partial<RowState>,
): PaymentState {
  return changeRow(state, item.row, (row) => ({ ...changesOf(row), said: [...row.said, wordsOf(item)] }));
}

function changeRow(
  state: PaymentState,
  row: number,
  changesOf: (row: RowState) => Partial<RowState>,
): PaymentState {
  if (!state.rows.some((each) => each.row === row)) throw new CorruptHistory(`the batch has no row ${row}`);
  const rows = state.rows.map((each) => (each.row === row ? { ...each, ...changesOf(each) } : each));
  return { ...state, rows };
}
