import { defineWorkflow } from '@yihu/workflow';
import { contentHash } from '../content-hash';
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
/** A receipt number is the office's own text, so its hash stands in the name. */
export const receiptClaim = (year: number, receiptNo: string) =>
  `receipt-${year}-${contentHash({ receiptNo }).slice(0, 32)}`;
