import { RevisionConflict, type Decision, type EventStore } from '@yihu/event-store';
import type { Rulebook } from '@yihu/workflow';
import type { Answer } from './answer';
import { CommandAbandoned } from './errors';
import type { FoldCache } from './fold-cache';
import { metadataOf, type PartOf } from './known-stream';
import type { Loader } from './loader';
import { createLoneView, type LastRecorded, type LoneViewParts } from './lone-view';
import { createOverSet } from './recovery/over-set';
import { GRACE_MS, recover as mend } from './recovery/recover';
import type { CommandCall } from './request';
import { settle, subjectChanged } from './settle';
import { countBatch, shareTime, type Counters, type SharedTime } from './stats';
import { driveLater } from './steps';
import { createWriteTurns } from './write-turns';

/** What commands are settled with on a store without transactions. */
export interface AloneParts {
  readonly store: EventStore;
  readonly rulebook: Rulebook;
  readonly cache: FoldCache;
  readonly loader: Loader;
  readonly counters: Counters;
}

/** Settles commands one by one, and mends what was left half done. */
export interface LoneSettler {
  settle(call: CommandCall): Promise<Answer>;
  recover(part: PartOf, now: string, graceMs?: number): Promise<void>;
}

/**
 * Settles commands one by one. Those on the same subject follow each other, since all but the first would
 * only find that it changed.
 */
export function createLoneSettler(parts: AloneParts): LoneSettler {
  const last: LastRecorded = { recordedAt: '' };
  const over = createOverSet();
  const recover = async (part: PartOf, now: string, graceMs = 0) => {
    await mend({ ...parts, last }, part, now, graceMs);
    over.add(part.commandId);
  };
  const turns = new Map<string, Promise<unknown>>();
  const newTurns = createWriteTurns();
  const written = new Set<string>();
  const time = shareTime(parts.counters);
  return {
    recover,
    async settle(call) {
      const before = turns.get(call.stream) ?? Promise.resolve();
      const settled = before.then(() =>
        settleAlone({ ...parts, last, written, newTurns, time, isOver: over.has, recover }, call),
      );
      const turn = settled.catch(() => undefined);
      turns.set(call.stream, turn);
      try {
        return await settled;
      } finally {
        if (turns.get(call.stream) === turn) turns.delete(call.stream);
      }
    },
  };
}

interface LoneParts extends AloneParts, LoneViewParts {
  readonly newTurns: ReturnType<typeof createWriteTurns>;
  readonly time: SharedTime;
  recover(part: PartOf, now: string, graceMs?: number): Promise<void>;
}

async function settleAlone(parts: LoneParts, call: CommandCall): Promise<Answer> {
  const { store, rulebook, loader, counters, last, recover, time } = parts;
  time.settling(1);
  const view = createLoneView(parts, call.stream);
  let commits = 0;
  let overtakenAt: number | undefined;
  const turns = parts.newTurns();
  const { now } = call.request;
  const append = async (decision: Decision) => {
    const { takes, gives } = decision;
    const first = [...takes, ...gives][0];
    if (first && (await turns.hold([...takes, ...gives].map(({ stream }) => stream)))) {
      throw new RevisionConflict(first.stream, first.expectedRevision, first.expectedRevision);
    }
    time.appending(1);
    // Also what fails may have been stored, so that nothing later may bear an earlier time.
    last.recordedAt = recordedAtOf(decision);
    try {
      await store.append(decision);
      commits += 1;
    } catch (error) {
      // Nobody will finish what was begun here, so it is mended at once.
      if (!(error instanceof RevisionConflict) || error.landed.length === 0) throw error;
      await recover(partOf(call, decision), now);
      if (error.landed.includes(call.stream)) commits += 1;
      else overtakenAt = decision.subject.expectedRevision;
      if (overtakenAt !== undefined) throw error;
    } finally {
      time.appending(-1);
    }
  };
  const inTheWay = (part: PartOf) => recover(part, now, GRACE_MS);
  const access = { load: loader.load, read: loader.read, append, recover: inTheWay };
  try {
    const answer = await driveLater(settle(rulebook, call, view), access);
    // A command that landed earlier may have been cut off before all of it was given.
    if (commits === 0) await recover(landedPart(call), now);
    return answer;
  } catch (error) {
    // To whoever waits, a command that had to be taken back came after somebody else's.
    if (!(error instanceof CommandAbandoned) || overtakenAt === undefined) throw error;
    return await driveLater(subjectChanged(call.stream, overtakenAt, view), access);
  } finally {
    turns.freeAll();
    time.settling(-1);
    countBatch(counters, { size: 1, commits });
  }
}

function recordedAtOf({ subject }: Decision): string {
  return metadataOf(subject.events[0]!).recordedAt;
}

function partOf(call: CommandCall, { takes, gives }: Decision): PartOf {
  const streams = [...takes.map(({ stream }) => stream), call.stream, ...gives.map(({ stream }) => stream)];
  return { commandId: call.request.commandId, subjectStream: call.stream, streams };
}

/** A decision whose subject has landed needs nothing but its subject to be finished. */
function landedPart(call: CommandCall): PartOf {
  return { commandId: call.request.commandId, subjectStream: call.stream, streams: [call.stream] };
}
