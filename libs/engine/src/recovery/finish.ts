import { CorruptHistory, fold, type Metadata, type Proposal, type Rulebook } from '@yihu/workflow';
import { derivedId } from '../derived-id';
import { ABANDONED, metadataOf, type KnownStream } from '../known-stream';
import { appendPart, stampAs, stampWithoutPaper, TRIES_MAX, type RecoveryParts } from './append-part';

/** Gives what a decision still has to give, when its subject holds it. */
export async function finish(parts: RecoveryParts, subjectStream: string, commandId: string): Promise<void> {
  const subject = await parts.loader.load(subjectStream);
  const landedAt = subject.commands.get(commandId);
  if (landedAt === undefined || landedAt === ABANDONED) return;
  const [event] = await parts.loader.read(subjectStream, landedAt);
  const metadata = metadataOf(event!);
  for (const give of metadata.gives ?? []) await giveOnce(parts, subjectStream, metadata, give);
}

async function giveOnce(
  parts: RecoveryParts,
  subjectStream: string,
  metadata: Metadata,
  give: Proposal,
): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const known = await parts.loader.load(give.stream);
    if (known.commands.has(metadata.commandId)) return;
    const isDone = canTake(parts.rulebook, known, give, metadata)
      ? await appendPart(parts, known, give, stampAs(metadata, known, parts.last))
      : await giveInstead(parts, subjectStream, metadata, give);
    if (isDone) return;
  }
  throw new Error(`${give.stream} never stood still for what ${metadata.commandId} gives it.`);
}

function canTake(
  rulebook: Rulebook,
  { folded }: KnownStream,
  { stream, facts }: Proposal,
  metadata: Metadata,
): boolean {
  const recorded = facts.map((each) => ({ ...each, metadata }));
  try {
    fold(rulebook.workflowOf(stream), recorded, folded);
    return true;
  } catch (error) {
    // The stream went on without its part, and is now where it cannot take it.
    if (error instanceof CorruptHistory) return false;
    throw error;
  }
}

/** The rulebook says what is recorded in place of what a stream cannot take any more. */
async function giveInstead(
  parts: RecoveryParts,
  subjectStream: string,
  metadata: Metadata,
  give: Proposal,
): Promise<boolean> {
  const insteadId = derivedId(metadata.commandId, `instead of ${give.stream}`);
  const subject = await parts.loader.load(subjectStream);
  if (!subject.commands.has(insteadId)) {
    const { recovery } = parts.rulebook;
    const recording = recovery.instead(give, metadata.commandId, subjectStream, subject.folded);
    const gives = recording.gives ?? [];
    const stamp: Metadata = {
      ...stampWithoutPaper(metadata, subject, parts.last),
      commandId: insteadId,
      decisionStreams: [subjectStream, ...gives.map(({ stream }) => stream)],
    };
    const proposal = { stream: subjectStream, facts: recording.subject };
    if (!(await appendPart(parts, subject, proposal, stamp, gives))) return false;
  }
  await finish(parts, subjectStream, insteadId);
  return true;
}
