import { fold, type Metadata } from '@yihu/workflow';
import { derivedId } from '../derived-id';
import { metadataOf, recordedFact, type KnownStream, type PartOf } from '../known-stream';
import { appendPart, stampWithoutPaper, type RecoveryParts } from './append-part';

/** The command id of the decision by which another is taken back. */
export const abandonIdOf = (commandId: string): string => derivedId(commandId, 'abandon');

/**
 * Closes a subject to a decision, under its exact revision, so that a slow original can never land; what was taken
 * for it is given back after that. False when the subject moved meanwhile and must be looked at again.
 */
export async function abandon(parts: RecoveryParts, part: PartOf, subject: KnownStream): Promise<boolean> {
  const { commandId, subjectStream, streams } = part;
  const takes = streams.slice(0, streams.indexOf(subjectStream));
  const read = await Promise.all(takes.map((stream) => takenFrom(parts, commandId, stream)));
  const taken = read.filter((each) => each !== undefined);
  const origin = taken[0]?.metadata;
  if (!origin) throw new Error(`Nothing of the decision ${commandId} is known.`);
  const gives = taken.flatMap(({ stream, undo }) => (undo.length > 0 ? [{ stream, facts: undo }] : []));
  const stamp: Metadata = {
    ...stampWithoutPaper(origin, subject, parts.last),
    commandId: abandonIdOf(commandId),
    decisionStreams: [subjectStream, ...gives.map(({ stream }) => stream)],
  };
  const fence = { stream: subjectStream, facts: [parts.rulebook.recovery.fence(commandId)] };
  return appendPart(parts, subject, fence, stamp, { gives });
}

/** What a decision took from a stream, and what takes it back. */
async function takenFrom({ loader, rulebook }: RecoveryParts, commandId: string, stream: string) {
  const history = await loader.read(stream, 0);
  const own = history.filter((event) => metadataOf(event).commandId === commandId);
  const first = own[0];
  if (!first) return undefined;
  const before = fold(rulebook.workflowOf(stream), history.slice(0, first.revision).map(recordedFact));
  return {
    stream,
    undo: rulebook.recovery.undo(stream, own.map(recordedFact), before),
    metadata: metadataOf(first),
  };
}
