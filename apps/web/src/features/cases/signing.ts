import type { CaseView } from '@yihu/api-contract';
import { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION } from '@yihu/domain/attestation';

/** What a signature on a case is put under now: the acceptance once there is one, else the plan. */
export function signedContent(
  view: Pick<CaseView, 'acceptance' | 'plan'>,
): { readonly contentHash: string; readonly attestation: string } | undefined {
  const content = view.acceptance ?? view.plan;
  const attestation = view.acceptance ? ACCEPTANCE_ATTESTATION : BUDGET_ATTESTATION;
  return content && { contentHash: content.contentHash, attestation: attestation.text };
}

export const METHODS = ['paper', 'screen'] as const;
export const RELATIONS = ['head', 'member', 'agent'] as const;

/** A signature as far as it is filled in. */
export interface SignatureFilled {
  readonly isAffirmed: boolean;
  readonly method: (typeof METHODS)[number];
  readonly relation: (typeof RELATIONS)[number];
  /** Hashes; a signature has one at most. */
  readonly photos: readonly string[];
}

/** The request of a signature, or nothing while its sentence is not affirmed. */
export function signatureBody(
  view: Pick<CaseView, 'acceptance' | 'plan'>,
  { isAffirmed, method, relation, photos: [photo] }: SignatureFilled,
  isForHousehold: boolean,
): object | undefined {
  const content = signedContent(view);
  if (!content || !isAffirmed) return undefined;
  return {
    ...content,
    method,
    ...(isForHousehold && { relation }),
    ...(photo !== undefined && { photo }),
  };
}
