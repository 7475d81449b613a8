import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { BatchRow, PaymentFacts } from './facts';

export type RowStatus = 'open' | 'confirmed' | 'returned' | 'unknown' | 'reversed' | 'dropped';

export interface PaymentState {
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly rows: readonly (BatchRow & { readonly status: RowStatus })[];
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
      rows: rows.map((row) => ({ ...row, status: 'open' as const })),
      hash,
      drawnBy: by.actorId,
      status: 'drawn',
    }),
    BatchApproved: (state, _approved, by) => ({ ...state, status: 'approved', approvedBy: by.actorId }),
    BatchReleased: (state) => ({ ...state, status: 'released' }),
    BatchCancelled: (state) => ({ ...state, status: 'cancelled' }),
    ResultsImported: (state, { fileHash }) => ({ ...state, files: [...state.files, fileHash] }),
    ItemConfirmed: (state, { row }) => changeRow(state, row, 'confirmed'),
    ItemReturned: (state, { row }) => changeRow(state, row, 'returned'),
    ItemUnknown: (state, { row }) => changeRow(state, row, 'unknown'),
    ItemReversed: (state, { row }) => changeRow(state, row, 'reversed'),
    ItemDropped: (state, { row }) => changeRow(state, row, 'dropped'),
    BatchReconciled: (state) => state,
    DecisionAbandoned: (state) => state,
  },
});

function changeRow(state: PaymentState, row: number, status: RowStatus): PaymentState {
  if (!state.rows.some((each) => each.row === row)) throw new CorruptHistory(`the batch has no row ${row}`);
  return { ...state, rows: state.rows.map((each) => (each.row === row ? { ...each, status } : each)) };
}
