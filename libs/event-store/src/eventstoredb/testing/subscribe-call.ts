import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { faultOf, type CallParts } from './call-parts';
import type { LoggedEvent } from './event-log';
import { caughtUpResponse, checkpointResponse, confirmationResponse, eventResponse } from './messages';
import { firstAtOrAfter, placeOf, send, type ReadCall } from './read-call';
import { badPosition, refusalOf } from './refusals';

/** Events considered between two checkpoints, times the multiplier of the request. */
const SEARCH_WINDOW = 32;

/** A catch-up subscription to everything: what stands behind a position, and then what comes. */
export async function subscribeCall(
  parts: CallParts,
  call: ReadCall,
  options: ReadReq.Options,
): Promise<void> {
  const fault = await faultOf(parts, { on: 'subscribe', stream: '' });
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'drop') return parts.drop(call.getPeer());
  if (fault?.kind === 'half-closed') return void call.end();
  const refused = fault && fault.kind !== 'too-slow' ? refusalOf(fault) : undefined;
  if (refused) return void call.emit('error', refused);
  const log = parts.log;
  const position = options.getAll()?.getPosition();
  const after = position === undefined ? 0n : BigInt(position.getCommitPosition());
  if (after !== 0n && placeOf(log.all, after) === -1) return void call.emit('error', badPosition());
  let place = firstAtOrAfter(log.all, after + 1n);
  let wake = () => undefined as void;
  const unlisten = log.listen(() => wake());
  let isOver = false;
  const end = () => {
    isOver = true;
    unlisten();
    wake();
  };
  call.once('cancelled', end);
  call.once('close', end);
  await send(call, confirmationResponse(randomUUID()));
  const isWanted = filterOf(options);
  const interval = SEARCH_WINDOW * Math.max(options.getFilter()?.getCheckpointintervalmultiplier() ?? 1, 1);
  let [considered, sent, isCaughtUp] = [0, 0, false];
  while (!isOver) {
    const event = log.all[place];
    if (!event) {
      if (!isCaughtUp) await send(call, caughtUpResponse());
      isCaughtUp = true;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isOver || log.all.length > place) resolve();
      });
      continue;
    }
    place += 1;
    considered += 1;
    if (isWanted(event)) {
      await send(call, eventResponse(event));
      sent += 1;
      if (fault?.kind === 'too-slow' && sent === fault.afterEvents) {
        end();
        return void call.emit('error', refusalOf(fault));
      }
    }
    if (options.hasFilter() && considered % interval === 0)
      await send(call, checkpointResponse(event.position));
  }
}

function filterOf(options: ReadReq.Options): (event: LoggedEvent) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = (byStream ?? filter.getEventType())!;
  const prefixes = expression.getPrefixList();
  const pattern = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex());
  return (event) => {
    const name = byStream ? event.stream : event.type;
    return pattern ? pattern.test(name) : prefixes.some((prefix) => name.startsWith(prefix));
  };
}
