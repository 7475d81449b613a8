import { canonicalHash } from './canonical-json';
import type { Report } from './problem';
import type { RecordedEvent } from './recorded-event';

const RECORDED_AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * Checks the record as a record, whatever it says: no event missing, doubled, changed or out of time. One hash
 * a stream and the ids are remembered, as an id may come back anywhere.
 */
export function newRecordCheck(): (event: RecordedEvent, report: Report) => void {
  const lasts = new Map<string, { readonly revision: number; readonly hash: string }>();
  const ids = new Set<string>();
  let latest = '';
  return ({ stream, revision, id, type, data, metadata }, report) => {
    const last = lasts.get(stream);
    lasts.set(stream, { revision, hash: canonicalHash({ type, data, metadata }) });
    const expected = (last?.revision ?? -1) + 1;
    if (revision !== expected) report('revisions', `revision ${revision} stands where ${expected} belongs`);
    if (metadata['previousHash'] !== last?.hash)
      report('hash-chain', 'the event before is not the one that was hashed');
    if (ids.has(id)) report('event-ids', `the id ${id} was used before`);
    ids.add(id);
    const { recordedAt } = metadata;
    if (typeof recordedAt !== 'string' || !RECORDED_AT.test(recordedAt)) {
      report('recorded-at', `recordedAt is no UTC time with milliseconds: ${JSON.stringify(recordedAt)}`);
      return;
    }
    // All times are written alike, so the order of the texts is the order of the times.
    if (recordedAt < latest) report('recorded-at', `recorded at ${recordedAt}, after an event of ${latest}`);
    if (recordedAt > latest) latest = recordedAt;
  };
}
