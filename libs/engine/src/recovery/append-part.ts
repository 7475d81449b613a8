import { OutcomeUnknown, RevisionConflict, type EventStore } from '@yihu/event-store';
import type { Metadata, Proposal, Rulebook } from '@yihu/workflow';
import type { KnownStream } from '../known-stream';
import type { Loader } from '../loader';
import type { LastRecorded } from '../lone-view';
import { written, type OwnOfEvents } from '../plan';

/** What decisions are mended with. */
export interface RecoveryParts {
  readonly store: EventStore;
  readonly rulebook: Rulebook;
  readonly loader: Pick<Loader, 'load' | 'read'>;
  readonly last: LastRecorded;
}

/** Losing this often against other writers says that something is wrong. */
export const TRIES_MAX = 20;

/** Appends to one stream what mends a decision. False when the stream must be looked at again first. */
export async function appendPart(
  { store, rulebook, last }: RecoveryParts,
  known: KnownStream,
  proposal: Proposal,
  stamp: Metadata,
  own: OwnOfEvents = {},
): Promise<boolean> {
  const { events } = written(rulebook, proposal, stamp, known, own);
  const subject = { stream: proposal.stream, expectedRevision: known.folded.revision, events };
  last.recordedAt = stamp.recordedAt;
  try {
    await store.append({ takes: [], subject, gives: [], unchanged: [] });
    return true;
  } catch (error) {
    // Somebody was faster, perhaps with the very same: the ids follow from the decision's. The stream tells.
    if (error instanceof RevisionConflict || error instanceof OutcomeUnknown) return false;
    throw error;
  }
}

/** The record of what closes or stands in for a decision: no paper says it, so no paper's date is moved by it. */
export function stampWithoutPaper(metadata: Metadata, known: KnownStream, last: LastRecorded): Metadata {
  const { paperOn: _dated, ...stamp } = stampAs(metadata, known, last);
  return stamp;
}

/** The record of a mend is that of the decision, but for its time and what each event adds of its own. */
export function stampAs(
  { gives: _given, previousHash: _linked, workflowVersion: _own, ...origin }: Metadata,
  known: KnownStream,
  last: LastRecorded,
): Metadata {
  const times = [origin.recordedAt, known.lastRecordedAt, last.recordedAt];
  return { ...origin, recordedAt: times.reduce((latest, time) => (time > latest ? time : latest)) };
}
