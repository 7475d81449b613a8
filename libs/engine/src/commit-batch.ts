import { OutcomeUnknown, StoreUnavailable, type AtomicEventStore } from '@yihu/event-store';
import type { Rulebook } from '@yihu/workflow';
import type { Answer } from './answer';
import { createBatchView, type BatchView } from './batch-view';
import type { FoldCache } from './fold-cache';
import { learn, unreadStream } from './known-stream';
import type { CommandCall } from './request';
import { settle } from './settle';
import { countBatch, type Counters } from './stats';
import { driveNow, type StoreAccess } from './steps';

/** A command that somebody waits for. */
export interface WaitingCommand {
  readonly call: CommandCall;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** What batches are committed with. */
export interface BatchParts {
  readonly store: AtomicEventStore;
  readonly rulebook: Rulebook;
  readonly cache: FoldCache;
  readonly counters: Counters;
}

type Outcome = { readonly answer: Answer } | { readonly error: unknown };

/**
 * Settles commands one after the other in one transaction, each on what the ones before it leave behind.
 * Nobody is answered before COMMIT, not even with a refusal: it may rest on what is not on the disk yet.
 */
export function commitBatch(
  { store, rulebook, cache, counters }: BatchParts,
  batch: readonly WaitingCommand[],
): void {
  const startedAt = performance.now();
  const commitsBefore = store.commitCount;
  let decideMs = 0;
  let view: BatchView | undefined;
  let outcomes: readonly Outcome[];
  try {
    outcomes = store.transact((transaction) => {
      const begunAt = performance.now();
      const overlay = (view = createBatchView(cache, transaction.lastRecordedAt));
      const read = (stream: string, fromRevision: number) => transaction.read(stream, fromRevision).events;
      const access: StoreAccess<'now'> = {
        read,
        load: (stream) => {
          const workflow = rulebook.workflowOf(stream);
          return learn(workflow, read(stream, 0), unreadStream(workflow));
        },
        append: (decision) => transaction.append(decision),
      };
      const settled = batch.map(({ call }) =>
        outcomeOf(() => driveNow(settle(rulebook, call, overlay), access)),
      );
      decideMs = performance.now() - begunAt;
      return settled;
    });
  } catch (error) {
    view?.abandon();
    for (const waiting of batch) waiting.reject(error);
    return;
  } finally {
    const totalMs = performance.now() - startedAt;
    const commits = store.commitCount - commitsBefore;
    countBatch(counters, { size: batch.length, commits });
    counters.decideSeconds += decideMs / 1000;
    counters.commitSeconds += (totalMs - decideMs) / 1000;
  }
  view?.commit();
  outcomes.forEach((outcome, index) => answer(batch[index]!, outcome));
}

/** One command's trouble is its own, unless it is the store's: then nothing of the batch can be committed. */
function outcomeOf(settled: () => Answer): Outcome {
  try {
    return { answer: settled() };
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) throw error;
    return { error };
  }
}

function answer(waiting: WaitingCommand, outcome: Outcome): void {
  if ('answer' in outcome) waiting.resolve(outcome.answer);
  else waiting.reject(outcome.error);
}
