import type { ServerDuplexStream } from '@grpc/grpc-js';
import {
  AccessDenied,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
  AllStreamPosition,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendResp, type BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { APPEND_BYTES_MAX, sizeOf } from './append-call';
import { faultOf, type CallParts } from './call-parts';
import type { AppendOutcome, ExpectedRevision, ProposedEvent } from './event-log';
import type { Fault } from './faults';
import { identifierOf, proposedEvent, streamNameOf } from './messages';
import { refusalOf } from './refusals';

export type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** Codes of the Status message, which are those of gRPC. */
const CODE = { invalid: 3, timeout: 4, notFound: 5, exists: 6, denied: 7 } as const;

interface Batch {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: ProposedEvent[];
  readonly deadlineMs: number;
}

/** One call for all appends of a client, each in chunks under an id of its own. */
export function batchCall(parts: CallParts, call: BatchCall): void {
  const batches = new Map<string, Batch>();
  const held: BatchAppendResp[] = [];
  call.on('data', (request: BatchAppendReq) => {
    const correlationId = request.getCorrelationId()!.getString();
    const options = request.getOptions();
    if (options) {
      const deadline = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
      const stream = streamNameOf(options.getStreamIdentifier());
      batches.set(correlationId, { stream, expected: expectedOf(options), events: [], deadlineMs: deadline });
    }
    const batch = batches.get(correlationId);
    if (!batch) return;
    batch.events.push(...request.getProposedMessagesList().map(proposedEvent));
    if (!request.getIsFinal()) return;
    batches.delete(correlationId);
    void settle(parts, call, batch, request.getCorrelationId()!, held);
  });
  call.on('end', () => call.end());
}

async function settle(
  parts: CallParts,
  call: BatchCall,
  batch: Batch,
  correlationId: NonNullable<ReturnType<BatchAppendReq['getCorrelationId']>>,
  held: BatchAppendResp[],
): Promise<void> {
  const { stream, expected, events } = batch;
  const fault = await faultOf(parts, { on: 'batch', stream });
  const commits = fault === undefined || !('commits' in fault) || fault.commits;
  const isLate = Date.now() > batch.deadlineMs;
  const isTooLarge = sizeOf(events) > APPEND_BYTES_MAX;
  const isRefused = fault?.kind === 'access-denied' || fault?.kind === 'not-ready';
  const outcome =
    commits && !isLate && !isTooLarge && !isRefused ? parts.log.append(stream, expected, events) : undefined;
  const broken = fault && breakOf(parts, call, fault);
  if (broken) return;
  const answer = responseTo(batch, outcome, fault, isTooLarge)
    .setCorrelationId(correlationId)
    .setStreamIdentifier(identifierOf(stream));
  if (fault?.kind === 'late-answer') {
    held.push(answer);
    return;
  }
  call.write(answer);
  if (fault?.kind === 'double-answer') call.write(answer);
  for (const late of held.splice(0)) call.write(late);
}

/** Whether the fault ended the whole call. */
function breakOf(parts: CallParts, call: BatchCall, fault: Fault): boolean {
  if (fault.kind === 'silence') return true;
  if (fault.kind === 'drop') parts.drop(call.getPeer());
  else if (fault.kind === 'half-closed') call.end();
  else if (fault.kind === 'not-leader' || fault.kind === 'unauthenticated')
    call.emit('error', refusalOf(fault));
  else return false;
  return true;
}

function responseTo(
  { stream, expected }: Batch,
  outcome: AppendOutcome | undefined,
  fault: Fault | undefined,
  isTooLarge: boolean,
): BatchAppendResp {
  if (fault?.kind === 'not-ready')
    return failed(14, 'Server Is Not Ready', new Empty(), 'google.protobuf.Empty');
  if (fault?.kind === 'access-denied')
    return failed(CODE.denied, 'Access Denied', new AccessDenied(), 'event_store.client.AccessDenied');
  if (isTooLarge) {
    const details = new MaximumAppendSizeExceeded().setMaxappendsize(APPEND_BYTES_MAX);
    return failed(CODE.invalid, 'too large', details, 'event_store.client.MaximumAppendSizeExceeded');
  }
  if (fault?.kind === 'timeout' || !outcome)
    return failed(CODE.timeout, 'Timeout', new Timeout(), 'event_store.client.Timeout');
  if (outcome.kind === 'stream-deleted') {
    const details = new StreamDeleted().setStreamIdentifier(identifierOf(stream));
    return failed(CODE.notFound, 'deleted', details, 'event_store.client.StreamDeleted');
  }
  if (outcome.kind === 'wrong-expected-version') {
    const details = wrongVersion(outcome.current, expected);
    return failed(CODE.exists, 'wrong version', details, 'event_store.client.WrongExpectedVersion');
  }
  const success = new BatchAppendResp.Success().setCurrentRevision(String(outcome.revision));
  if (outcome.position === undefined) success.setNoPosition(new Empty());
  else {
    const position = String(outcome.position);
    success.setPosition(new AllStreamPosition().setCommitPosition(position).setPreparePosition(position));
  }
  return new BatchAppendResp().setSuccess(success);
}

function failed(
  code: number,
  message: string,
  details: { serializeBinary(): Uint8Array },
  type: string,
): BatchAppendResp {
  const any = new Any();
  any.pack(details.serializeBinary(), type);
  return new BatchAppendResp().setError(new Status().setCode(code).setMessage(message).setDetails(any));
}

function wrongVersion(current: number, expected: ExpectedRevision): WrongExpectedVersion {
  const wrong = new WrongExpectedVersion();
  if (current === -1) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return wrong;
}

function expectedOf(options: BatchAppendReq.Options): ExpectedRevision {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  return Number(options.getStreamPosition());
}
