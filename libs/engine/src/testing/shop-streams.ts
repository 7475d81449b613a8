import { defineWorkflow } from '@yihu/workflow';
import { createMachine } from 'xstate';

export interface VoucherFacts {
  VoucherOffered: { priceFen: number };
  VoucherBought: { buyer: string };
  VoucherRedeemed: object;
  VoucherReturned: { why: string | undefined };
  NoteAdded: { text: string };
  PriceNoted: { priceFen: number };
  DecisionAbandoned: { commandId: string };
}

export interface TillFacts {
  TillOpened: { roomFen: number };
  RoomTaken: { voucher: string; fen: number };
  RoomGiven: { voucher: string; fen: number };
}

export interface StaffFacts {
  Hired: { office: string };
}

export interface ShopFacts {
  ShopOpened: object;
  ShopShut: object;
}

export interface Voucher {
  readonly priceFen: number;
  readonly notes: readonly string[];
}

export interface Till {
  readonly roomFen: number;
  readonly takenFen: number;
}

const machine = createMachine({
  id: 'voucher',
  initial: 'unoffered',
  states: {
    unoffered: { on: { VoucherOffered: 'offered' } },
    offered: { on: { VoucherBought: 'bought' } },
    bought: { on: { VoucherRedeemed: 'redeemed', VoucherReturned: 'offered' } },
    redeemed: {},
  },
});

const voucherWorkflow = defineWorkflow<VoucherFacts, Voucher>({
  kind: 'voucher',
  version: 3,
  machine,
  moves: ['VoucherOffered', 'VoucherBought', 'VoucherRedeemed', 'VoucherReturned'],
  notes: ['NoteAdded', 'PriceNoted', 'DecisionAbandoned'],
  initial: { priceFen: 0, notes: [] },
  reduce: {
    VoucherOffered: (state, { priceFen }) => ({ ...state, priceFen }),
    VoucherBought: (state) => state,
    VoucherRedeemed: (state) => state,
    VoucherReturned: (state) => state,
    NoteAdded: (state, { text }) => ({ ...state, notes: [...state.notes, text] }),
    PriceNoted: (state, { priceFen }) => ({ ...state, priceFen }),
    DecisionAbandoned: (state) => state,
  },
});

const tillWorkflow = defineWorkflow<TillFacts, Till>({
  kind: 'till',
  version: 1,
  moves: [],
  notes: ['TillOpened', 'RoomTaken', 'RoomGiven'],
  initial: { roomFen: 0, takenFen: 0 },
  reduce: {
    TillOpened: (state, { roomFen }) => ({ ...state, roomFen }),
    RoomTaken: (state, { fen }) => ({ ...state, takenFen: state.takenFen + fen }),
    RoomGiven: (state, { fen }) => ({ ...state, takenFen: state.takenFen - fen }),
  },
});

const staffWorkflow = defineWorkflow<StaffFacts, { readonly office: string }>({
  kind: 'staff',
  version: 1,
  moves: [],
  notes: ['Hired'],
  initial: { office: '' },
  reduce: { Hired: (_state, { office }) => ({ office }) },
});

const shopWorkflow = defineWorkflow<ShopFacts, { readonly open: boolean }>({
  kind: 'shop',
  version: 1,
  moves: [],
  notes: ['ShopOpened', 'ShopShut'],
  initial: { open: false },
  reduce: { ShopOpened: () => ({ open: true }), ShopShut: () => ({ open: false }) },
});

/** The kinds of streams of the shop. */
export const workflows = new Map(
  [voucherWorkflow, tillWorkflow, staffWorkflow, shopWorkflow].map((each) => [each.kind, each]),
);
