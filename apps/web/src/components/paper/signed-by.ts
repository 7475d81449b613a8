import type { CaseState } from '@yihu/domain';
import type { Signed } from './signatures';

type Signatures = CaseState['signatures'];

/** The signatures under F3: accepting is the second person's. */
export function acceptanceSignaturesOf({
  acceptanceSignatures,
  acceptance,
  accepted,
}: Partial<CaseState> & Pick<CaseState, 'acceptanceSignatures'>): Signatures {
  const actorId = accepted?.acceptedBy.at(-1);
  if (!accepted || !acceptance || actorId === undefined) return acceptanceSignatures;
  return {
    ...acceptanceSignatures,
    town: { actorId, contentHash: acceptance.contentHash, on: accepted.on },
  };
}

/** Who signed a form, by whose signature it is and not by who is assigned now, and when the last of them did. */
export function signedBy(
  { household, village, town }: Signatures,
  householdName: string | undefined,
  names: Readonly<Record<string, string>>,
): { readonly signed: Signed; readonly signedAt: string | undefined } {
  const nameOf = (signature: Signatures['village']) =>
    signature && (names[signature.actorId] ?? signature.actorId);
  const days = [household, village, town].flatMap((each) => each?.on ?? []).sort();
  return {
    signed: { household: household && (householdName ?? '—'), village: nameOf(village), town: nameOf(town) },
    signedAt: days.at(-1),
  };
}
