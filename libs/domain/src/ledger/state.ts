import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { Amounts } from '../shared';
import { accountOf, asserted, change, nothing, unpromisedFen, type LedgerState } from './account';
import type { FinalCounts, LedgerFacts } from './facts';
import { authorise, cancel, payTranche, recover, reversePayment } from './tranches';

export {
  accountOf,
  isFree,
  obligationKey,
  roomFen,
  sumsOf,
  surplusFen,
  unowedFenOf,
  unowedOf,
  type CaseAccount,
  type LedgerState,
  type ObligationState,
} from './account';

const initial: LedgerState = {
  year: 0,
  unit: '',
  allottedFen: 0,
  lines: nothing,
  reserved: nothing,
  cases: {},
  settled: {},
  recoveredFen: 0,
  unowedFen: 0,
  unowedRecoveredFen: 0,
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
    TrancheAuthorised: authorise,
    AuthorisationCancelled: cancel,
    TranchePaid: payTranche,
    PaymentReversed: reversePayment,
    RecoveryBooked: recover,
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

function giveBack(state: LedgerState, amountFen: number): LedgerState {
  const next = { ...state, returnedFen: state.returnedFen + amountFen };
  if (unpromisedFen(next) < 0)
    throw new CorruptHistory(`ledger of ${state.unit} returns more than it has not promised`);
  return next;
}
