import { status, type sendUnaryData, type ServerReadableStream } from '@grpc/grpc-js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import { faultOf, type CallParts } from './call-parts';
import type { ExpectedRevision, ProposedEvent } from './event-log';
import { appendResponse, expectedOf, proposedEvent, streamNameOf } from './messages';
import { missingProperty, refusal, refusalOf, streamDeleted, tooLarge } from './refusals';

/** Up to and including 25.0 of the server. */
export const APPEND_BYTES_MAX = 1024 * 1024;

const UUID_PATTERN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const sizeOf = (events: readonly ProposedEvent[]): number =>
  events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0);

/** A client that sends its options, then its events, and then waits for one answer. */
export function appendCall(
  parts: CallParts,
  call: ServerReadableStream<AppendReq, AppendResp>,
  callback: sendUnaryData<AppendResp>,
): void {
  let stream = '';
  let expected: ExpectedRevision | undefined;
  const events: ProposedEvent[] = [];
  parts.open.calls += 1;
  let isOpen = true;
  const end = () => {
    if (isOpen) parts.open.calls -= 1;
    isOpen = false;
  };
  const answer: sendUnaryData<AppendResp> = (...reply) => {
    end();
    callback(...reply);
  };
  call.on('cancelled', end);
  call.on('error', end);
  call.on('data', (request: AppendReq) => {
    const options = request.getOptions();
    const message = request.getProposedMessage();
    if (options) {
      stream = streamNameOf(options.getStreamIdentifier());
      expected = expectedOf(options);
    } else if (message) {
      events.push(proposedEvent(message));
    }
  });
  call.on('end', () => {
    if (expected === undefined) return answer(refusal(status.UNKNOWN, 'options come first'));
    void settle(parts, call, stream, expected, events, answer);
  });
}

async function settle(
  parts: CallParts,
  call: ServerReadableStream<AppendReq, AppendResp>,
  stream: string,
  expected: ExpectedRevision,
  events: readonly ProposedEvent[],
  answer: sendUnaryData<AppendResp>,
): Promise<void> {
  const fault = await faultOf(parts, { on: 'append', stream });
  if (call.cancelled && !fault) return;
  const commits = fault === undefined || ('commits' in fault && fault.commits);
  const problem = problemOf(events);
  if (problem) return answer(problem);
  const outcome = commits ? parts.log.append(stream, expected, events) : undefined;
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'drop') return parts.drop(call.getPeer());
  if (fault?.kind === 'half-closed') return answer(null, undefined as never);
  const refused = fault && refusalOf(fault);
  if (refused) return answer(refused);
  if (!outcome) throw new Error(`An append cannot be befallen by ${fault?.kind}.`);
  if (outcome.kind === 'stream-deleted') return answer(streamDeleted(stream));
  answer(null, appendResponse(outcome, expected));
}

/** What no append may hold. */
function problemOf(events: readonly ProposedEvent[]) {
  if (events.some(({ type }) => type === '')) return missingProperty('type');
  if (events.some(({ contentType }) => contentType === '')) return missingProperty('content-type');
  if (events.some(({ id }) => !UUID_PATTERN.test(id))) return refusal(status.UNKNOWN, 'Exception was thrown');
  return sizeOf(events) > APPEND_BYTES_MAX ? tooLarge(APPEND_BYTES_MAX) : undefined;
}
