import type { Decision, JsonObject, NewEvent, StreamAppend } from '@yihu/event-store';
import { fold, type Metadata, type Proposal, type Rulebook } from '@yihu/workflow';
import { answerOf, type Answer, type RecordedAs } from './answer';
import { derivedId } from './derived-id';
import { eventHash } from './event-chain';
import type { DecidedVerdict } from './judge';
import { recordedFact, type KnownStream } from './known-stream';
import type { CommandCall } from './request';
import { withoutUndefined } from './without-undefined';

/** A decision ready to be appended, and what will be known once it is. */
export interface Plan {
  readonly decision: Decision;
  /** Each stream that the decision writes, as it will be. */
  readonly after: ReadonlyMap<string, KnownStream>;
  readonly answer: Answer;
  readonly metadata: Metadata;
}

/** The appends of a decision in their order. */
export function appendsOf({ takes, subject, gives }: Decision): readonly StreamAppend[] {
  return [...takes, subject, ...gives];
}

/**
 * Turns a decided command into chained events; `touched` are the streams that it was decided on. Where they land
 * one after the other, the events also say what is needed to finish the decision, or to take it back.
 */
export function planOf(
  rulebook: Rulebook,
  call: CommandCall,
  { decided, metadata: stamped }: DecidedVerdict,
  touched: ReadonlyMap<string, KnownStream>,
  landsInParts: boolean,
): Plan {
  if (landsInParts && decided.takes.length > 1)
    throw new Error(
      `${call.command.name} takes from two streams, of which one might land after it was undone`,
    );
  const isSplit = landsInParts && decided.takes.length + decided.gives.length > 0;
  const metadata = isSplit ? { ...stamped, subjectStream: call.stream } : stamped;
  if (decided.subject.facts.length === 0)
    throw new Error(`${call.command.name} recorded no fact on its subject`);
  const after = new Map<string, KnownStream>();
  const write = (proposal: Proposal, own?: OwnOfEvents): StreamAppend => {
    const known = touched.get(proposal.stream)!;
    const { events, grown } = written(rulebook, proposal, metadata, known, own);
    after.set(proposal.stream, grown);
    return { stream: proposal.stream, expectedRevision: known.folded.revision, events };
  };
  const takes = decided.takes.map((take) => write(take));
  const subject = write(decided.subject, isSplit && decided.gives.length > 0 ? { gives: decided.gives } : {});
  const gives = decided.gives.map((give, place) =>
    write(give, { names: toldBy(place, give.stream, call.stream, stamped.decisionStreams) }),
  );
  const unchanged = [...touched]
    .filter(([stream]) => !after.has(stream))
    .map(([stream, { folded }]) => ({ stream, revision: folded.revision }));
  const answer = answerOf(call, after.get(call.stream)!.folded.stage, placesOf(subject));
  return { decision: { takes, subject, gives, unchanged }, after, answer, metadata };
}

/** What the events of one stream of a decision have for themselves. */
export interface OwnOfEvents {
  /** What the subject's decision gives, told by its last event. */
  readonly gives?: Metadata['gives'];
  /** The streams of the decision, where not all are told. */
  readonly names?: Metadata['decisionStreams'];
  /** What the ids of the events follow from: by default the command id. */
  readonly idsFrom?: string;
}

/**
 * Makes the events of one stream, each with the hash of the one before it, and folds them onto the stream.
 * What is folded is what will be read back, so a stream in memory and one read again are the same.
 */
export function written(
  rulebook: Pick<Rulebook, 'workflowOf'>,
  { stream, facts }: Proposal,
  metadata: Metadata,
  known: KnownStream,
  { gives, names = metadata.decisionStreams, idsFrom = metadata.commandId }: OwnOfEvents = {},
) {
  const workflow = rulebook.workflowOf(stream);
  let { lastHash } = known;
  const events = facts.map(({ type, data }, index): NewEvent => {
    const own: Metadata = {
      ...metadata,
      decisionStreams: index > 0 && isLong(metadata.decisionStreams) ? [] : names,
      ...(workflow.memo && { workflowVersion: workflow.version }),
      ...(lastHash !== undefined && { previousHash: lastHash }),
      ...(gives && index === facts.length - 1 && { gives: gives.map(plain) }),
    };
    const event = {
      id: derivedId(idsFrom, `${stream}/${index}`),
      type,
      data: withoutUndefined(data),
      metadata: own as unknown as JsonObject,
    };
    lastHash = eventHash(event);
    return event;
  });
  const folded = fold(workflow, events.map(recordedFact), known.folded);
  const grown = {
    folded,
    lastHash,
    lastRecordedAt: metadata.recordedAt,
    commands: known.commands,
    parts: known.parts,
  };
  return { events, grown };
}

/**
 * A batch of 200 items names 200 streams: told with each of its facts, they alone would be too large to append. Its
 * subject and what lands before the second give tell them all; whoever holds a later one can ask the subject.
 */
const isLong = (streams: readonly string[]) => streams.length > 16;

/** The streams of a decision that its give at this place tells. */
export function toldBy(place: number, stream: string, subject: string, all: readonly string[]) {
  return place > 0 && isLong(all) ? [subject, stream] : all;
}

/** Facts as they will be read back. */
const plain = ({ stream, facts }: Proposal): Proposal => ({
  stream,
  facts: facts.map(({ type, data }) => ({ type, data: withoutUndefined(data) })),
});

function placesOf({ expectedRevision, events }: StreamAppend): readonly RecordedAs[] {
  return events.map(({ type, id }, index) => ({ type, id, revision: expectedRevision + 1 + index }));
}
