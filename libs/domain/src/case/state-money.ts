import type { Metadata, Reducers } from '@yihu/workflow';
import type { CaseFacts, Obligation } from './facts';
import { officeDay } from './office-day';
import type { CaseState, SignatureState } from './state';

type Money = Pick<
  Reducers<CaseFacts, CaseState>,
  | 'TrancheInstructed'
  | 'InstructionCancelled'
  | 'TrancheReturned'
  | 'TrancheReversed'
  | 'TrancheConfirmedLate'
  | 'TrancheReissued'
  | 'FirstTranchePaid'
  | 'FirstTrancheNotDue'
  | 'AcceptanceDrafted'
  | 'AcceptanceHouseholdSigned'
  | 'AcceptanceVillageSigned'
  | 'AcceptanceSignatureWithdrawn'
  | 'RectificationOrdered'
  | 'WorkAccepted'
  | 'AcceptanceCorrected'
  | 'FullyPaid'
  | 'SecondTrancheReopened'
  | 'RecoveryOpened'
  | 'RecoveryReceived'
  | 'RecoveryWaived'
>;

/** How payment, acceptance and recovery change what is known. */
export const money: Money = {
  TrancheInstructed: (state, { obligation, attempt }) => ({
    ...state,
    attempts: { ...state.attempts, [attemptKey(obligation)]: attempt },
  }),
  InstructionCancelled: (state) => state,
  TrancheReturned: (state) => state,
  TrancheReversed: (state, { obligation }) => ({
    ...state,
    reversed: [...state.reversed, attemptKey(obligation)],
    confirmedLate: without(state.confirmedLate, obligation),
  }),
  TrancheConfirmedLate: (state, { obligation }) => ({
    ...state,
    reversed: without(state.reversed, obligation),
    confirmedLate: [...state.confirmedLate, attemptKey(obligation)],
  }),
  TrancheReissued: (state, { obligation, attempt }) => ({
    ...state,
    attempts: { ...state.attempts, [attemptKey(obligation)]: attempt },
  }),
  FirstTranchePaid: (state, { amountFen }) => ({ ...state, firstPaidFen: amountFen }),
  FirstTrancheNotDue: (state) => state,

  AcceptanceDrafted: (state, { invoices: _invoices, ...draft }, by) => ({
    ...state,
    acceptance: { ...draft, draftedBy: by.actorId },
    acceptanceSignatures: {},
  }),
  AcceptanceHouseholdSigned: (state, { contentHash }, by) =>
    signAcceptance(state, 'household', contentHash, by),
  AcceptanceVillageSigned: (state, { contentHash }, by) => signAcceptance(state, 'village', contentHash, by),
  AcceptanceSignatureWithdrawn: (state) => ({ ...state, acceptanceSignatures: {} }),
  RectificationOrdered: (state) => ({ ...state, acceptanceSignatures: {} }),
  WorkAccepted: (state, { payableFen, secondFen, reward }, by) => ({
    ...state,
    accepted: {
      payableFen,
      secondFen,
      reward,
      acceptedBy: [state.acceptanceSignatures.village?.actorId ?? '', by.actorId],
      on: officeDay(by),
    },
  }),
  AcceptanceCorrected: (state, { payableFen, secondFen, reward }, by) => ({
    ...state,
    accepted: {
      payableFen,
      secondFen,
      reward,
      acceptedBy: state.accepted?.acceptedBy ?? [],
      on: officeDay(by),
    },
  }),
  FullyPaid: (state, { obligation }) => ({ ...state, reversed: without(state.reversed, obligation) }),
  SecondTrancheReopened: (state) => state,
  RecoveryOpened: (state, { recoveryId, amountFen: owedFen }) => ({
    ...state,
    recoveries: [...state.recoveries, { recoveryId, owedFen }],
  }),
  RecoveryReceived: (state, { recoveryId, amountFen }) => settle(state, recoveryId, amountFen),
  RecoveryWaived: (state, { recoveryId }) => settle(state, recoveryId, Number.MAX_SAFE_INTEGER),
};

export const attemptKey = ({ tranche, seq }: Obligation) => `${tranche}-${seq}`;

function without(keys: readonly string[], obligation: Obligation): readonly string[] {
  return keys.filter((each) => each !== attemptKey(obligation));
}

function signAcceptance(
  state: CaseState,
  whose: 'household' | 'village',
  contentHash: string,
  by: Metadata,
): CaseState {
  const signature: SignatureState = { actorId: by.actorId, contentHash, on: officeDay(by) };
  return { ...state, acceptanceSignatures: { ...state.acceptanceSignatures, [whose]: signature } };
}

function settle(state: CaseState, recoveryId: string, amountFen: number): CaseState {
  const recoveries = state.recoveries
    .map((each) => (each.recoveryId === recoveryId ? { ...each, owedFen: each.owedFen - amountFen } : each))
    .filter((each) => each.owedFen > 0);
  return { ...state, recoveries };
}
