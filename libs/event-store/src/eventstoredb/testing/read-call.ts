import type { ServerWritableStream } from '@grpc/grpc-js';
import { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { faultOf, type CallParts } from './call-parts';
import type { LoggedEvent } from './event-log';
import { eventResponse, notFoundResponse, streamNameOf } from './messages';
import { badPosition, refusalOf, streamDeleted } from './refusals';
import { subscribeCall } from './subscribe-call';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const BACKWARDS = 1;

/** Every kind of read comes through one call: of a stream, of everything, and of everything to come. */
export async function readCall(parts: CallParts, call: ReadCall): Promise<void> {
  parts.open.calls += 1;
  call.once('close', () => (parts.open.calls -= 1));
  const options = call.request.getOptions()!;
  const stream = streamNameOf(options.getStream()?.getStreamIdentifier());
  if (options.hasSubscription()) return subscribeCall(parts, call, options);
  const fault = await faultOf(parts, { on: options.hasAll() ? 'read-all' : 'read', stream });
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'drop') return parts.drop(call.getPeer());
  if (fault?.kind === 'half-closed') return void call.end();
  const refused = fault && refusalOf(fault);
  if (refused) return void call.emit('error', refused);
  if (options.hasAll()) return readAll(parts, call, options);
  return readStream(parts, call, options, stream);
}

async function readStream(
  parts: CallParts,
  call: ReadCall,
  options: ReadReq.Options,
  stream: string,
): Promise<void> {
  const kept = parts.log.read(stream);
  if (kept === 'deleted') return void call.emit('error', streamDeleted(stream));
  if (kept === 'missing') {
    call.write(notFoundResponse(stream));
    return void call.end();
  }
  const from = options.getStream()!;
  const isBackwards = Number(options.getReadDirection()) === BACKWARDS;
  const start = from.hasRevision() ? BigInt(from.getRevision()) : undefined;
  const events = isBackwards
    ? kept.filter(({ revision }) => start === undefined || BigInt(revision) <= start).reverse()
    : kept.filter(({ revision }) => start === undefined || BigInt(revision) >= start);
  await sendAll(call, events, Number(options.getCount()));
}

async function readAll(parts: CallParts, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const { all } = parts.log;
  const from = options.getAll()!;
  const isBackwards = Number(options.getReadDirection()) === BACKWARDS;
  const position = from.hasPosition() ? BigInt(from.getPosition()!.getCommitPosition()) : undefined;
  if (position !== undefined && position !== 0n && placeOf(all, position) === -1) {
    return void call.emit('error', badPosition());
  }
  // Forwards a position is included, backwards it is not.
  const first = position === undefined ? 0 : firstAtOrAfter(all, position);
  const events = isBackwards
    ? all.slice(0, position === undefined ? undefined : first).reverse()
    : all.slice(first);
  await sendAll(call, events, Number(options.getCount()));
}

async function sendAll(call: ReadCall, events: readonly LoggedEvent[], limit: number): Promise<void> {
  for (const event of events.slice(0, limit)) {
    if (call.cancelled) return;
    await send(call, eventResponse(event));
  }
  call.end();
}

/** Sends a message, and waits while the client takes no more. */
export async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.write(message)) return;
  const moments = ['drain', 'close', 'cancelled'];
  await new Promise<void>((resolve) => {
    const goOn = () => {
      for (const moment of moments) call.off(moment, goOn);
      resolve();
    };
    for (const moment of moments) call.on(moment, goOn);
  });
}

/** The first place in the log whose event is at a position or behind it. */
export function firstAtOrAfter(all: readonly LoggedEvent[], position: bigint): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the event of exactly this position stands; -1 when there is none. */
export function placeOf(all: readonly LoggedEvent[], position: bigint): number {
  const place = firstAtOrAfter(all, position);
  return all[place]?.position === position ? place : -1;
}
