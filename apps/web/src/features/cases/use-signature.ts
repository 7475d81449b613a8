import type { CaseView } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { useState } from 'react';
import type { Done } from './done';
import { useReward } from './payment-sum';
import { signedContent } from './signing';
import { useGive } from './use-give';

/** The signature of the person at the desk: what they affirm, and that they have affirmed this very content. */
export function useSignature(view: CaseView, onDone: (done: Done) => void) {
  const { give, error, isPending } = useGive(view, onDone);
  const content = signedContent(view);
  const reward = useReward(view);
  const seen = `${content?.contentHash}:${view.revision}`;
  // What was affirmed is void as soon as anything about the case has moved.
  const [affirmed, setAffirmed] = useState<string | undefined>();
  return {
    attestation: content?.attestation,
    isAffirmed: affirmed === seen,
    affirm: (isAffirmed: boolean) => setAffirmed(isAffirmed ? seen : undefined),
    give: (command: string) => {
      if (!content || isPending) return;
      const signed = { ...content, method: 'screen' };
      if (formOf('cases', command) !== 'accept') return give(command, signed);
      // An acceptance names the reward that its signer saw.
      if (reward) give(command, { ...signed, rewardFen: reward.rewardFen });
    },
    error,
    isPending,
  };
}
