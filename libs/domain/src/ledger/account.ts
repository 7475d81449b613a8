import { CorruptHistory } from '@yihu/workflow';
import type { Amounts } from '../shared';
import type { LedgerSums } from './facts';

/** One payment that is owed, with its latest attempt: an earlier one may still have paid it. */
export interface ObligationState extends Amounts {
  readonly status: 'authorised' | 'paid' | 'cancelled' | 'reversed';
  readonly attempt: number;
  readonly batchId: string;
  /** The attempt whose money stands. */
  readonly paidBy?: number | undefined;
}

/** Money that went out and was not owed, as far as it is not back. */
export interface Unowed extends Amounts {
  readonly obligation: string;
  readonly attempt: number;
}

export interface CaseAccount {
  readonly reserved: Amounts;
  /** What the household has of what was promised: paid to it, net of reversals and recoveries. */
  readonly paid: Amounts;
  /** By the recovery that asks it back. */
  readonly unowed: Readonly<Record<string, Unowed>>;
  /** Recoveries of money that was not owed and is back whole. */
  readonly unowedBack: readonly string[];
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
  /** Money out that was not owed, and what of it came back from households. */
  readonly unowedFen: number;
  readonly unowedRecoveredFen: number;
  readonly returnedFen: number;
  readonly closed: boolean;
}

export const nothing: Amounts = { subsidyFen: 0, rewardFen: 0 };
const unknownCase: CaseAccount = {
  reserved: nothing,
  paid: nothing,
  unowed: {},
  unowedBack: [],
  recoveredFen: 0,
  obligations: {},
};

export const obligationKey = (tranche: 1 | 2, seq: number) => `${tranche}-${seq}`;

export function accountOf(state: LedgerState, caseId: string): CaseAccount {
  return state.cases[caseId] ?? unknownCase;
}

/** Whether a payment that is owed may be instructed: nothing of it is under way and nothing of it stands (A11). */
export function isFree({ status, paidBy }: ObligationState): boolean {
  return status !== 'authorised' && paidBy === undefined;
}

/** What the town can still promise (R18). Money that is out and was not owed is missing until it is back. */
export function roomFen(state: LedgerState): number {
  return unpromisedFen(state) - state.unowedFen;
}

/** What was never promised. What the town gave back beyond what households gave back is gone. */
export function unpromisedFen(state: LedgerState): number {
  const { allottedFen, reserved, recoveredFen, unowedRecoveredFen, returnedFen } = state;
  const recoveredOfPromises = recoveredFen - unowedRecoveredFen;
  return (
    allottedFen - reserved.subsidyFen - reserved.rewardFen - Math.max(0, returnedFen - recoveredOfPromises)
  );
}

export function sumsOf(state: LedgerState): LedgerSums {
  const { allottedFen, recoveredFen, unowedFen, returnedFen, cases } = state;
  const keptFen = Object.values(cases).reduce((sum, { paid }) => sum + paid.subsidyFen + paid.rewardFen, 0);
  return { allottedFen, paidFen: keptFen + unowedFen + recoveredFen, recoveredFen, returnedFen };
}

/** Money a case was paid without being owed it, as far as it is not back. */
export function unowedFenOf({ unowed }: CaseAccount): number {
  return Object.values(unowed).reduce((sum, each) => sum + each.subsidyFen + each.rewardFen, 0);
}

/** What was paid of one obligation without being owed, with the recovery that asks it back. */
export function unowedOf(
  { unowed }: CaseAccount,
  obligation: string,
): (Unowed & { readonly recoveryId: string }) | undefined {
  const found = Object.entries(unowed).find(([, each]) => each.obligation === obligation);
  return found && { recoveryId: found[0], ...found[1] };
}

/** What is left of the quota and still with the town: not paid, or recovered, and not returned. */
export function surplusFen(state: LedgerState): number {
  const { allottedFen, paidFen, recoveredFen, returnedFen } = sumsOf(state);
  return allottedFen - paidFen + recoveredFen - returnedFen;
}

export function change(state: LedgerState, caseId: string, changes: Partial<CaseAccount>): LedgerState {
  const account = { ...accountOf(state, caseId), ...changes };
  return { ...state, cases: { ...state.cases, [caseId]: account } };
}

/** Σ reserved ≤ allotted and paid(case) ≤ reserved(case), after every fact (A4, A8). */
export function asserted(state: LedgerState, caseId: string): LedgerState {
  const { reserved, paid } = accountOf(state, caseId);
  if (unpromisedFen(state) < 0)
    throw new CorruptHistory(`ledger of ${state.unit} promises more than its quota`);
  if (reserved.subsidyFen < 0 || reserved.rewardFen < 0) {
    throw new CorruptHistory(`ledger of ${state.unit} releases more than was reserved for ${caseId}`);
  }
  if (paid.subsidyFen > reserved.subsidyFen || paid.rewardFen > reserved.rewardFen) {
    throw new CorruptHistory(`ledger of ${state.unit} pays more than was reserved for ${caseId}`);
  }
  return state;
}
