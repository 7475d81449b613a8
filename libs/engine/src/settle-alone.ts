import type { EventStore } from '@yihu/event-store';
import type { Rulebook } from '@yihu/workflow';
import type { Answer } from './answer';
import type { FoldCache } from './fold-cache';
import type { Loader } from './loader';
import { createLoneView, type LastRecorded } from './lone-view';
import type { CommandCall } from './request';
import { settle } from './settle';
import { countBatch, type Counters } from './stats';
import { driveLater } from './steps';

/** What commands are settled with on a store without transactions. */
export interface AloneParts {
  readonly store: EventStore;
  readonly rulebook: Rulebook;
  readonly cache: FoldCache;
  readonly loader: Loader;
  readonly counters: Counters;
}

/**
 * Settles commands one by one. Those on the same subject follow each other, since all but the first would
 * only find that it changed.
 */
export function createLoneSettler(parts: AloneParts): (call: CommandCall) => Promise<Answer> {
  const last: LastRecorded = { recordedAt: '' };
  const turns = new Map<string, Promise<unknown>>();
  return async (call) => {
    const settled = (turns.get(call.stream) ?? Promise.resolve()).then(() => settleAlone(parts, call, last));
    const turn = settled.catch(() => undefined);
    turns.set(call.stream, turn);
    try {
      return await settled;
    } finally {
      if (turns.get(call.stream) === turn) turns.delete(call.stream);
    }
  };
}

async function settleAlone(parts: AloneParts, call: CommandCall, last: LastRecorded): Promise<Answer> {
  const { store, rulebook, cache, loader, counters } = parts;
  const startedAt = performance.now();
  let commits = 0;
  let commitMs = 0;
  try {
    return await driveLater(settle(rulebook, call, createLoneView(cache, last)), {
      load: loader.load,
      read: loader.read,
      append: async (decision) => {
        const appendedAt = performance.now();
        try {
          await store.append(decision);
          commits += 1;
        } finally {
          commitMs += performance.now() - appendedAt;
        }
      },
    });
  } finally {
    countBatch(counters, { size: 1, commits, totalMs: performance.now() - startedAt, commitMs });
  }
}
