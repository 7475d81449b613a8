import { OutcomeUnknown, RevisionConflict, type EventStore, type StoredEvent } from '@yihu/event-store';
import { CorruptHistory, fold, type Metadata, type Proposal, type Rulebook } from '@yihu/workflow';
import { setTimeout as pause } from 'node:timers/promises';
import { derivedId } from '../derived-id';
import { ABANDONED, metadataOf, recordedFact, type KnownStream, type PartOf } from '../known-stream';
import type { Loader } from '../loader';
import type { LastRecorded } from '../lone-view';
import { written } from '../plan';

export interface RecoveryParts {
  readonly store: EventStore;
  readonly rulebook: Rulebook;
  readonly loader: Pick<Loader, 'load' | 'read'>;
  readonly last: LastRecorded;
}

const STEP_MS = 20;

/** Losing this often against other writers says that something is wrong. */
const TRIES_MAX = 20;

/** The command id of the decision by which another is taken back. */
export const abandonIdOf = (commandId: string): string => derivedId(commandId, 'abandon');

/**
 * Mends decisions of which only a part landed. The subject tells which way: when it holds the decision, what is
 * still to be given is given; when it does not, it is closed to the decision first, and then what was taken is
 * given back. All of it may be done by several processes at once, and again.
 */
export function createRecovery({ store, rulebook, loader, last }: RecoveryParts) {
  /** Settles one decision, whichever way it stands. Throws the store's errors. */
  async function recover(part: PartOf, graceMs = 0): Promise<void> {
    const { commandId, subjectStream } = part;
    // It may only be under way: most decisions take the time of two calls.
    for (let waitedMs = 0; waitedMs < graceMs; waitedMs += STEP_MS) {
      if ((await loader.load(subjectStream)).commands.has(commandId)) break;
      await pause(STEP_MS);
    }
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const subject = await loader.load(subjectStream);
      const landedAt = subject.commands.get(commandId);
      if (landedAt === ABANDONED) return finish(subjectStream, abandonIdOf(commandId));
      if (landedAt !== undefined) return finish(subjectStream, commandId);
      if (await abandon(part, subject)) return finish(subjectStream, abandonIdOf(commandId));
    }
    throw new Error(`The decision ${commandId} could not be mended: ${subjectStream} never stood still.`);
  }

  /** Gives what a decision still has to give. */
  async function finish(subjectStream: string, commandId: string): Promise<void> {
    const subject = await loader.load(subjectStream);
    const landedAt = subject.commands.get(commandId);
    if (landedAt === undefined || landedAt === ABANDONED) return;
    const [event] = await loader.read(subjectStream, landedAt);
    const metadata = metadataOf(event!);
    for (const give of metadata.gives ?? []) await giveOnce(subjectStream, metadata, give);
  }

  async function giveOnce(subjectStream: string, metadata: Metadata, give: Proposal): Promise<void> {
    const { commandId } = metadata;
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const known = await loader.load(give.stream);
      if (known.commands.has(commandId)) return;
      if (!canTake(known, give, metadata)) {
        if (await giveInstead(subjectStream, metadata, give)) return;
      } else if (await appended(known, give, stampOf(metadata, known))) {
        return;
      }
    }
    throw new Error(`${give.stream} never stood still.`);
  }

  function canTake({ folded }: KnownStream, { stream, facts }: Proposal, metadata: Metadata): boolean {
    try {
      fold(
        rulebook.workflowOf(stream),
        facts.map((each) => ({ ...each, metadata })),
        folded,
      );
      return true;
    } catch (error) {
      if (error instanceof CorruptHistory) return false;
      throw error;
    }
  }

  /** The stream went on without the decision and cannot take its part any more: the rulebook says what then. */
  async function giveInstead(subjectStream: string, metadata: Metadata, give: Proposal): Promise<boolean> {
    const insteadId = derivedId(metadata.commandId, `instead of ${give.stream}`);
    const subject = await loader.load(subjectStream);
    if (!subject.commands.has(insteadId)) {
      const { recovery } = rulebook;
      const recording = recovery.instead(give, metadata.commandId, subjectStream, subject.folded);
      const stamp = {
        ...stampOf(metadata, subject),
        commandId: insteadId,
        decisionStreams: [subjectStream, ...(recording.gives ?? []).map(({ stream }) => stream)],
      };
      const proposal = { stream: subjectStream, facts: recording.subject };
      if (!(await appended(subject, proposal, stamp, recording.gives))) return false;
    }
    await finish(subjectStream, insteadId);
    return true;
  }

  /** Closes the subject to the decision. False when the subject moved meanwhile, so that it must be looked at again. */
  async function abandon(part: PartOf, subject: KnownStream): Promise<boolean> {
    const { commandId, subjectStream } = part;
    const taken = await takenBy(part);
    const gives = taken.flatMap(({ stream, undo }) => (undo.length > 0 ? [{ stream, facts: undo }] : []));
    const origin = taken[0]?.metadata;
    if (!origin) throw new Error(`Nothing of the decision ${commandId} is known.`);
    const stamp: Metadata = {
      ...stampOf(origin, subject),
      commandId: abandonIdOf(commandId),
      decisionStreams: [subjectStream, ...gives.map(({ stream }) => stream)],
    };
    const fence = { stream: subjectStream, facts: [rulebook.recovery.fence(commandId)] };
    return appended(subject, fence, stamp, gives);
  }

  /** What a decision took from each stream, and what takes it back. */
  async function takenBy({ commandId, subjectStream, streams }: PartOf) {
    const takes = streams.slice(0, streams.indexOf(subjectStream));
    const found = await Promise.all(takes.map((stream) => takenFrom(commandId, stream)));
    return found.filter((each) => each !== undefined);
  }

  async function takenFrom(commandId: string, stream: string) {
    const history = await loader.read(stream, 0);
    const first = history.findIndex((event) => metadataOf(event).commandId === commandId);
    if (first === -1) return undefined;
    const own = history.filter((event) => metadataOf(event).commandId === commandId);
    const workflow = rulebook.workflowOf(stream);
    const before = fold(workflow, history.slice(0, first).map(recordedFact));
    const undo = rulebook.recovery.undo(stream, own.map(recordedFact), before);
    return { stream, undo, metadata: metadataOf(own[0]!) };
  }

  /** Appends to one stream. False when somebody else was faster. */
  async function appended(
    known: KnownStream,
    proposal: Proposal,
    stamp: Metadata,
    gives?: readonly Proposal[],
  ): Promise<boolean> {
    const { events } = written(rulebook, proposal, stamp, known, gives);
    const subject = { stream: proposal.stream, expectedRevision: known.folded.revision, events };
    try {
      await store.append({ takes: [], subject, gives: [], unchanged: [] });
      last.recordedAt = stamp.recordedAt;
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      // The same bytes settle it the next time round: the ids follow from the decision's.
      if (error instanceof OutcomeUnknown) return false;
      throw error;
    }
  }

  /** The record of a mend is that of the decision, but for its time. */
  function stampOf(
    { gives: _given, previousHash: _linked, workflowVersion: _own, ...origin }: Metadata,
    known: KnownStream,
  ): Metadata {
    const times = [origin.recordedAt, known.lastRecordedAt, last.recordedAt];
    return { ...origin, recordedAt: times.reduce((latest, time) => (time > latest ? time : latest)) };
  }

  return { recover };
}
