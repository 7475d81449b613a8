import type { Metadata, Proposal } from '@yihu/workflow';
import { derivedId } from '../derived-id';
import { ABANDONED, metadataOf, type KnownStream } from '../known-stream';
import { toldBy } from '../plan';
import { appendPart, stampAs, stampWithoutPaper, TRIES_MAX, type RecoveryParts } from './append-part';

/** The record of a decision on its subject, with what it gives; undefined when the subject does not hold it. */
export async function landedOf({ loader }: RecoveryParts, subjectStream: string, commandId: string) {
  const subject = await loader.load(subjectStream);
  const landedAt = subject.commands.get(commandId);
  if (landedAt === undefined || landedAt === ABANDONED) return undefined;
  const [event] = await loader.read(subjectStream, landedAt);
  return metadataOf(event!);
}

/** Gives what a decision still has to give, when its subject holds it. */
export async function finish(parts: RecoveryParts, subjectStream: string, commandId: string): Promise<void> {
  const metadata = await landedOf(parts, subjectStream, commandId);
  if (!metadata) return;
  const { gives = [], decisionStreams: told } = metadata;
  const all = told.length > 0 ? told : [subjectStream, ...gives.map(({ stream }) => stream)];
  for (const [place, give] of gives.entries()) {
    const decisionStreams = toldBy(place, give.stream, subjectStream, all);
    await giveOnce(parts, { ...metadata, decisionStreams }, gives.slice(place));
  }
}

/** Gives the first of what is still to be given. */
async function giveOnce(parts: RecoveryParts, metadata: Metadata, rest: readonly Proposal[]): Promise<void> {
  const [give] = rest as readonly [Proposal];
  const { commandId } = metadata;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const known = await parts.loader.load(give.stream);
    const landedAt = known.commands.get(commandId);
    // What was recorded in place of it may have been cut off before all that follows from it.
    if (landedAt === ABANDONED) return finish(parts, give.stream, insteadIdOf(commandId, give.stream));
    if (landedAt !== undefined) return;
    await giveNow(parts, metadata, rest, known);
  }
  throw new Error(`${give.stream} never stood still for what ${commandId} gives it.`);
}

const insteadIdOf = (commandId: string, stream: string) => derivedId(commandId, `instead of ${stream}`);

/** Tells a stream its part of a decision, in the words in which the stream can take it by now. */
async function giveNow(
  parts: RecoveryParts,
  metadata: Metadata,
  rest: readonly Proposal[],
  known: KnownStream,
): Promise<void> {
  const [give] = rest as readonly [Proposal];
  const { stream } = give;
  const { loader, last } = parts;
  const stamp = stampAs(metadata, known, last);
  const read = async (name: string) => (await loader.load(name)).folded;
  const { recovery } = parts.rulebook;
  const recording = await recovery.instead(rest, stamp, read);
  if (!recording) return void (await appendPart(parts, known, give, stamp));
  const insteadId = insteadIdOf(metadata.commandId, stream);
  const facts = recording.subject;
  const { gives } = recording;
  if (!gives) {
    // The original may still be on its way to this very place, and must not be taken for this.
    return void (await appendPart(parts, known, { stream, facts }, stamp, { idsFrom: insteadId }));
  }
  const apart: Metadata = {
    ...stampWithoutPaper(metadata, known, last),
    commandId: insteadId,
    subjectStream: stream,
    decisionStreams: [stream, ...gives.map((each) => each.stream)],
  };
  await appendPart(parts, known, { stream, facts }, apart, { gives });
}
