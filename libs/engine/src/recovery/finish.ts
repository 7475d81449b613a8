import type { Metadata, Proposal } from '@yihu/workflow';
import { derivedId } from '../derived-id';
import { ABANDONED, metadataOf, type KnownStream } from '../known-stream';
import { toldBy } from '../plan';
import { appendPart, stampAs, stampWithoutPaper, TRIES_MAX, type RecoveryParts } from './append-part';

/** Gives what a decision still has to give, when its subject holds it. */
export async function finish(parts: RecoveryParts, subjectStream: string, commandId: string): Promise<void> {
  const subject = await parts.loader.load(subjectStream);
  const landedAt = subject.commands.get(commandId);
  if (landedAt === undefined || landedAt === ABANDONED) return;
  const [event] = await parts.loader.read(subjectStream, landedAt);
  const metadata = metadataOf(event!);
  const { gives = [], decisionStreams: told } = metadata;
  const all = told.length > 0 ? told : [subjectStream, ...gives.map(({ stream }) => stream)];
  for (const [place, give] of gives.entries()) {
    const decisionStreams = toldBy(place, give.stream, subjectStream, all);
    await giveOnce(parts, { ...metadata, decisionStreams }, give);
  }
}

async function giveOnce(parts: RecoveryParts, metadata: Metadata, give: Proposal): Promise<void> {
  const { commandId } = metadata;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const known = await parts.loader.load(give.stream);
    const landedAt = known.commands.get(commandId);
    // What was recorded in place of it may have been cut off before all that follows from it.
    if (landedAt === ABANDONED) return finish(parts, give.stream, insteadIdOf(commandId, give.stream));
    if (landedAt !== undefined) return;
    await giveNow(parts, metadata, give, known);
  }
  throw new Error(`${give.stream} never stood still for what ${commandId} gives it.`);
}

const insteadIdOf = (commandId: string, stream: string) => derivedId(commandId, `instead of ${stream}`);

/** Tells a stream its part of a decision, in the words in which the stream can take it by now. */
async function giveNow(
  parts: RecoveryParts,
  metadata: Metadata,
  give: Proposal,
  known: KnownStream,
): Promise<void> {
  const { stream } = give;
  const { loader, last } = parts;
  const stamp = stampAs(metadata, known, last);
  const read = async (name: string) => (await loader.load(name)).folded;
  const { recovery } = parts.rulebook;
  const recording = await recovery.instead(give, stamp, read);
  if (!recording) return void (await appendPart(parts, known, give, stamp));
  const insteadId = insteadIdOf(metadata.commandId, stream);
  const facts = recording.subject;
  const { gives } = recording;
  if (!gives) {
    // The original may still be on its way to this very place, and must not be taken for this.
    return void (await appendPart(parts, known, { stream, facts }, stamp, { idsFrom: insteadId }));
  }
  // What follows elsewhere follows from this stream having been closed to its part.
  const closing = { stream, facts: [...facts, recovery.fence(metadata.commandId)] };
  const apart: Metadata = {
    ...stampWithoutPaper(metadata, known, last),
    commandId: insteadId,
    subjectStream: stream,
    decisionStreams: [stream, ...gives.map((each) => each.stream)],
  };
  await appendPart(parts, known, closing, apart, { gives });
}
