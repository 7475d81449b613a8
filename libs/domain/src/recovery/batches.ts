import type { Fact } from '@yihu/workflow';
import { PAID_BY_AN_EARLIER_ATTEMPT } from '../payment/confirming';
import type { PaymentState } from '../payment/state';
import type { ReadNow } from './retold';

const KIND = 'payment-';

/** The id of the batch that a stream is about; undefined for a stream of another kind. */
export function batchIdOf(stream: string): string | undefined {
  return stream.startsWith(KIND) ? stream.slice(KIND.length) : undefined;
}

/**
 * The facts without those that take an item out of a batch which left the office meanwhile: what has left stands
 * until the bank speaks.
 */
export async function withoutLeft(facts: readonly Fact[], read: ReadNow): Promise<readonly Fact[]> {
  const left = await Promise.all(facts.map((fact) => hasLeft(fact, read)));
  return facts.filter((_fact, index) => !left[index]);
}

async function hasLeft({ data }: Fact, read: ReadNow): Promise<boolean> {
  const { reason, batchId } = data as { readonly reason?: string; readonly batchId?: string };
  if (reason !== PAID_BY_AN_EARLIER_ATTEMPT || batchId === undefined) return false;
  return isReleased(`${KIND}${batchId}`, read);
}

/** Whether a batch is with the bank. */
export async function isReleased(stream: string, read: ReadNow): Promise<boolean> {
  return ((await read(stream)).data as PaymentState).status === 'released';
}
