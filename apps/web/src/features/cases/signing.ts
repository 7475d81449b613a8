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
