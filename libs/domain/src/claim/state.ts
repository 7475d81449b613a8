import { defineWorkflow } from '@yihu/workflow';
import type { ClaimFacts } from './facts';

export interface ClaimState {
  /** The stream that holds the claim now; '' when it is free. */
  readonly heldBy: string;
}

export const claimWorkflow = defineWorkflow<ClaimFacts, ClaimState>({
  kind: 'claim',
  version: 1,
  moves: ['Claimed', 'Released'],
  notes: ['DecisionAbandoned'],
  initial: { heldBy: '' },
  reduce: {
    Claimed: (_state, { by }) => ({ heldBy: by }),
    Released: () => ({ heldBy: '' }),
    DecisionAbandoned: (state) => state,
  },
});

/** Names of claim streams: a person, an account, or a receipt number can be claimed once a year. */
export const identityClaim = (year: number, fingerprint: string) => `identity-${year}-${fingerprint}`;
export const accountClaim = (year: number, fingerprint: string) => `account-${year}-${fingerprint}`;
export const receiptClaim = (year: number, receiptNo: string) => `receipt-${year}-${receiptNo}`;
