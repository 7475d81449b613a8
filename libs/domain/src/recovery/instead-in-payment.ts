import type { Metadata, Proposal, Recording } from '@yihu/workflow';
import { isReleased } from './batches';
import { orNote, type ReadNow } from './retold';

/** What a batch is told whose items an earlier attempt paid, if it has left the office meanwhile. */
export async function insteadInPayment(
  { stream, facts }: Proposal,
  by: Metadata,
  read: ReadNow,
): Promise<Recording | undefined> {
  const isDrop = facts.every(({ type }) => type === 'ItemDropped');
  return isDrop && (await isReleased(stream, read)) ? orNote([], by) : undefined;
}
