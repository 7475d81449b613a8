import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { Amounts } from '../shared';
import type { FinalCounts, LedgerFacts, LedgerSums } from './facts';

export interface ObligationState extends Amounts {
  readonly status: 'authorised' | 'paid' | 'cancelled' | 'reversed';
  readonly attempt: number;
  readonly batchId: string;
}

export interface CaseAccount {
  readonly reserved: Amounts;
  /** What the household has: paid to it, net of reversals and recoveries. */
  readonly paid: Amounts;
  readonly recoveredFen: number;
  /** By `tranche-seq`, e.g. `1-1` (A11). */
  readonly obligations: Readonly<Record<string, ObligationState>>;
}

export interface LedgerState {
  readonly year: number;
  readonly unit: string;
  readonly allottedFen: number;
  readonly lines: Amounts;
  readonly reserved: Amounts;
  readonly cases: Readonly<Record<string, CaseAccount>>;
  /** The final stage of each case that is settled. */
  readonly settled: Readonly<Record<string, string>>;
  readonly recoveredFen: number;
  readonly returnedFen: number;
  readonly closed: boolean;
}

const nothing: Amounts = { subsidyFen: 0, rewardFen: 0 };
const unknownCase: CaseAccount = { reserved: nothing, paid: nothing, recoveredFen: 0, obligations: {} };

const initial: LedgerState = {
  year: 0,
  unit: '',
  allottedFen: 0,
  lines: nothing,
  reserved: nothing,
  cases: {},
  settled: {},
  recoveredFen: 0,
  returnedFen: 0,
  closed: false,
};

export const ledgerWorkflow = defineWorkflow<LedgerFacts, LedgerState>({
  kind: 'ledger',
  version: 1,
  moves: [
    'QuotaAllotted',
    'MoneyReserved',
    'ReservationAdjusted',
    'ReservationReleased',
    'TrancheAuthorised',
    'AuthorisationCancelled',
    'TranchePaid',
    'PaymentReversed',
    'RecoveryBooked',
    'CaseSettled',
    'CaseUnsettled',
    'SurplusReturned',
    'TownClosed',
  ],
  notes: ['DecisionAbandoned'],
  initial,
  reduce: {
    QuotaAllotted: (state, { year, unit, amountFen, subsidyLineFen, rewardLineFen }) => ({
      ...state,
      year,
      unit,
      allottedFen: amountFen,
      lines: { subsidyFen: subsidyLineFen, rewardFen: rewardLineFen },
    }),
    MoneyReserved: (state, { caseId, ...amounts }) => reserve(state, caseId, amounts),
    ReservationAdjusted: (state, { caseId, ...amounts }) => reserve(state, caseId, amounts),
    ReservationReleased: (state, { caseId, subsidyFen, rewardFen }) => {
      const { reserved } = accountOf(state, caseId);
      return reserve(state, caseId, {
        subsidyFen: reserved.subsidyFen - subsidyFen,
        rewardFen: reserved.rewardFen - rewardFen,
      });
    },
    TrancheAuthorised: (state, { caseId, tranche, seq, attempt, batchId, subsidyFen, rewardFen }) => {
      const key = obligationKey(tranche, seq);
      const status = accountOf(state, caseId).obligations[key]?.status;
      // Two live instructions for one obligation would pay a household twice (A11).
      if (status === 'authorised' || status === 'paid')
        throw new CorruptHistory(`${caseId} ${key} is already ${status}`);
      return setObligation(state, caseId, key, {
        status: 'authorised',
        attempt,
        batchId,
        subsidyFen,
        rewardFen,
      });
    },
    AuthorisationCancelled: (state, { caseId, tranche, seq }) =>
      moveObligation(state, caseId, obligationKey(tranche, seq), 'cancelled'),
    TranchePaid: (state, { caseId, tranche, seq, subsidyFen, rewardFen }) => {
      const paid = moveObligation(state, caseId, obligationKey(tranche, seq), 'paid');
      return pay(paid, caseId, { subsidyFen, rewardFen });
    },
    PaymentReversed: (state, { caseId, tranche, seq, subsidyFen, rewardFen }) => {
      const reversed = moveObligation(state, caseId, obligationKey(tranche, seq), 'reversed');
      return pay(reversed, caseId, { subsidyFen: -subsidyFen, rewardFen: -rewardFen });
    },
    RecoveryBooked: (state, { caseId, subsidyFen, rewardFen }) =>
      recover(state, caseId, { subsidyFen, rewardFen }),
    CaseSettled: (state, { caseId, final }) => ({ ...state, settled: { ...state.settled, [caseId]: final } }),
    CaseUnsettled: (state, { caseId }) => {
      const { [caseId]: _gone, ...settled } = state.settled;
      return { ...state, settled };
    },
    SurplusReturned: (state, { amountFen }) => giveBack(state, amountFen),
    TownClosed: (state) => ({ ...state, closed: true }),
    DecisionAbandoned: (state) => state,
  },
});

export const obligationKey = (tranche: 1 | 2, seq: number) => `${tranche}-${seq}`;

export function accountOf(state: LedgerState, caseId: string): CaseAccount {
  return state.cases[caseId] ?? unknownCase;
}

/** What the town can still promise (R18). What it gave back beyond what households gave back is gone. */
export function roomFen({ allottedFen, reserved, recoveredFen, returnedFen }: LedgerState): number {
  return allottedFen - reserved.subsidyFen - reserved.rewardFen - Math.max(0, returnedFen - recoveredFen);
}

export function sumsOf({ allottedFen, recoveredFen, returnedFen, cases }: LedgerState): LedgerSums {
  const keptFen = Object.values(cases).reduce((sum, { paid }) => sum + paid.subsidyFen + paid.rewardFen, 0);
  return { allottedFen, paidFen: keptFen + recoveredFen, recoveredFen, returnedFen };
}

/** What is left of the quota and still with the town: not paid, or recovered, and not returned. */
export function surplusFen(state: LedgerState): number {
  const { allottedFen, paidFen, recoveredFen, returnedFen } = sumsOf(state);
  return allottedFen - paidFen + recoveredFen - returnedFen;
}

/** How many of the settled cases ended in each stage. */
export function finalCounts({ settled }: LedgerState): FinalCounts {
  const counts: Record<string, number> = {};
  for (const final of Object.values(settled)) counts[final] = (counts[final] ?? 0) + 1;
  return counts;
}

function reserve(state: LedgerState, caseId: string, amounts: Amounts): LedgerState {
  const account = accountOf(state, caseId);
  const { subsidyFen, rewardFen } = amounts;
  const reserved = {
    subsidyFen: state.reserved.subsidyFen - account.reserved.subsidyFen + subsidyFen,
    rewardFen: state.reserved.rewardFen - account.reserved.rewardFen + rewardFen,
  };
  const next = change(state, caseId, { reserved: { subsidyFen, rewardFen } });
  return asserted({ ...next, reserved }, caseId);
}

function pay(state: LedgerState, caseId: string, amounts: Amounts): LedgerState {
  const { paid } = accountOf(state, caseId);
  const sum = {
    subsidyFen: paid.subsidyFen + amounts.subsidyFen,
    rewardFen: paid.rewardFen + amounts.rewardFen,
  };
  return asserted(change(state, caseId, { paid: sum }), caseId);
}

/** Money comes back from a household; the promise to it stays used, for it was kept. */
function recover(state: LedgerState, caseId: string, { subsidyFen, rewardFen }: Amounts): LedgerState {
  const recoveredFen = subsidyFen + rewardFen;
  const paid = pay(state, caseId, { subsidyFen: -subsidyFen, rewardFen: -rewardFen });
  const own = accountOf(state, caseId).recoveredFen + recoveredFen;
  return change({ ...paid, recoveredFen: state.recoveredFen + recoveredFen }, caseId, { recoveredFen: own });
}

function giveBack(state: LedgerState, amountFen: number): LedgerState {
  const next = { ...state, returnedFen: state.returnedFen + amountFen };
  if (roomFen(next) < 0)
    throw new CorruptHistory(`ledger of ${state.unit} returns more than it has not promised`);
  return next;
}

function moveObligation(
  state: LedgerState,
  caseId: string,
  key: string,
  status: ObligationState['status'],
): LedgerState {
  const known = accountOf(state, caseId).obligations[key];
  if (!known) throw new CorruptHistory(`${caseId} has no obligation ${key}`);
  return setObligation(state, caseId, key, { ...known, status });
}

function setObligation(state: LedgerState, caseId: string, key: string, next: ObligationState): LedgerState {
  const { obligations } = accountOf(state, caseId);
  return change(state, caseId, { obligations: { ...obligations, [key]: next } });
}

function change(state: LedgerState, caseId: string, changes: Partial<CaseAccount>): LedgerState {
  const account = { ...accountOf(state, caseId), ...changes };
  return { ...state, cases: { ...state.cases, [caseId]: account } };
}

/** Σ reserved ≤ allotted and paid(case) ≤ reserved(case), after every fact (A4, A8). */
function asserted(state: LedgerState, caseId: string): LedgerState {
  const { reserved, paid } = accountOf(state, caseId);
  if (roomFen(state) < 0) throw new CorruptHistory(`ledger of ${state.unit} promises more than its quota`);
  if (reserved.subsidyFen < 0 || reserved.rewardFen < 0) {
    throw new CorruptHistory(`ledger of ${state.unit} releases more than was reserved for ${caseId}`);
  }
  if (paid.subsidyFen > reserved.subsidyFen || paid.rewardFen > reserved.rewardFen) {
    throw new CorruptHistory(`ledger of ${state.unit} pays more than was reserved for ${caseId}`);
  }
  return state;
}
