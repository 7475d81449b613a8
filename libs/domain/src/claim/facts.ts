import { fact } from '@yihu/workflow';

/** One living claim each on a person, an account, or a receipt number. */
export interface ClaimFacts {
  /** `by` is the stream that holds the claim. */
  Claimed: { readonly by: string; readonly reason: string };
  Released: { readonly by: string; readonly reason: string };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const claimFact = fact<ClaimFacts>();
