import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { Amounts } from '../shared';
import type { LedgerFacts } from './facts';

export interface ObligationState extends Amounts {
  readonly status: 'authorised' | 'paid' | 'cancelled' | 'reversed';
  readonly attempt: number;
  readonly batchId: string;
}

export interface CaseAccount {
  readonly reserved: Amounts;
  readonly paid: Amounts;
  /** By `tranche-seq`, e.g. `1-1` (A11). */
  readonly obligations: Readonly<Record<string, ObligationState>>;
}

export interface LedgerState {
  readonly unit: string;
  readonly allottedFen: number;
  readonly lines: Amounts;
  readonly reserved: Amounts;
  readonly cases: Readonly<Record<string, CaseAccount>>;
  readonly settled: Readonly<Record<string, string>>;
}

const nothing: Amounts = { subsidyFen: 0, rewardFen: 0 };
const unknownCase: CaseAccount = { reserved: nothing, paid: nothing, obligations: {} };

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
  initial: { unit: '', allottedFen: 0, lines: nothing, reserved: nothing, cases: {}, settled: {} },
  reduce: {
    QuotaAllotted: (state, { unit, amountFen, subsidyLineFen, rewardLineFen }) => ({
      ...state,
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
      pay(state, caseId, { subsidyFen: -subsidyFen, rewardFen: -rewardFen }),
    CaseSettled: (state, { caseId, final }) => ({ ...state, settled: { ...state.settled, [caseId]: final } }),
    CaseUnsettled: (state, { caseId }) => {
      const { [caseId]: _gone, ...settled } = state.settled;
      return { ...state, settled };
    },
    SurplusReturned: (state) => state,
    TownClosed: (state) => state,
    DecisionAbandoned: (state) => state,
  },
});

export const obligationKey = (tranche: 1 | 2, seq: number) => `${tranche}-${seq}`;

export function accountOf(state: LedgerState, caseId: string): CaseAccount {
  return state.cases[caseId] ?? unknownCase;
}

/** What the town can still promise (R18). */
export function roomFen(state: LedgerState): number {
  return state.allottedFen - state.reserved.subsidyFen - state.reserved.rewardFen;
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
