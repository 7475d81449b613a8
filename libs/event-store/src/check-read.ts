import { BadRead } from './errors';
import type { ReadOptions, SubscribeOptions } from './event-store';
import { isStreamName } from './stream-name';

/** Checks the arguments of a stream read before any call to a store. Throws `BadRead`. */
export function checkRead(stream: string, { fromRevision, limit }: ReadOptions): void {
  if (!isStreamName(stream)) throw new BadRead(`"${stream}" is not a stream name.`);
  if (fromRevision !== undefined && !isCount(fromRevision, 0)) {
    throw new BadRead(`${fromRevision} is not a revision to read from.`);
  }
  if (limit !== undefined) checkLimit(limit);
}

/** A limit of 0 would make EventStoreDB loop without end, so it is refused everywhere. Throws `BadRead`. */
export function checkLimit(limit: number): void {
  if (!isCount(limit, 1)) throw new BadRead(`${limit} is not a limit: it must be a whole number above 0.`);
}

/** Checks a subscription's filter. Throws `BadRead`. */
export function checkPrefixes({ streamPrefixes }: SubscribeOptions): void {
  if (streamPrefixes === undefined) return;
  if (streamPrefixes.length === 0) throw new BadRead('A filter without a prefix would deliver nothing.');
  const wrong = streamPrefixes.find((prefix) => !isStreamName(prefix));
  if (wrong !== undefined) throw new BadRead(`No stream name begins with "${wrong}".`);
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
