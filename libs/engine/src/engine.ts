import type { AtomicEventStore, EventStore } from '@yihu/event-store';
import { Refused, type Explanation, type Folded, type Rulebook } from '@yihu/workflow';
import type { Answer } from './answer';
import { EngineStopped } from './errors';
import { explainCommands, type Question } from './explain-commands';
import { createFoldCache } from './fold-cache';
import type { PartOf } from './known-stream';
import { askingOf, createLoader } from './loader';
import { createReadingView } from './reading-view';
import { callOf, checkedTime, type CommandCall, type CommandRequest } from './request';
import { GRACE_MS } from './recovery/recover';
import { createLoneSettler } from './settle-alone';
import { createBatchSettler } from './settle-in-batches';
import { createCounters, type EngineStats } from './stats';
import { driveLater } from './steps';

/** Bounds on what an engine remembers and on how long it collects. */
export interface EngineLimits {
  /** Streams that are remembered; 20,000 by default. */
  readonly streamsMax?: number;
  /** Commands that share one commit; 256 by default. */
  readonly batchCommandsMax?: number;
  /** How long a command waits for others that are still loading; 2 by default. */
  readonly batchWaitMs?: number;
}

/** What an engine is made of. */
export interface EngineParts {
  readonly store: EventStore;
  readonly rulebook: Rulebook;
  readonly limits?: EngineLimits;
}

/** The one way in which anything changes: load, decide, append. */
export interface Engine {
  /** The store's disk failed: commands are refused from now on, and the process should exit. */
  readonly failed: boolean;

  /**
   * Settles a command and answers once its effect is on the disk.
   *
   * The same command id is answered with the same answer for ever. Throws `Refused` with every reason;
   * `SubjectChanged` when the subject is not what was seen; `CommandReused` and `CommandAbandoned` for the
   * id; `UnknownCommand`; `EngineStopped`; `CorruptHistory` for a damaged stream; `RevisionConflict` when
   * other processes were faster too often; and the store's `StoreUnavailable` (nothing was stored) and
   * `OutcomeUnknown` (only the same command id settles it).
   */
  execute(request: CommandRequest): Promise<Answer>;

  /** Tells for each command whether it would be allowed, and every reason against it. */
  explain(question: Question): Promise<readonly Explanation[]>;

  /**
   * Finishes or takes back a decision of which only a part landed; on a store that holds the streams of a decision
   * together there is none. Any process may do it, at any time, and again. Throws the store's errors.
   */
  recover(part: PartOf, now: string): Promise<void>;

  /** The stream as it is known now; one without facts is at revision -1. */
  load(stream: string): Promise<Folded>;

  /** Counts since the engine was made. */
  stats(): EngineStats;

  /** Settles when no command is under way. */
  idle(): Promise<void>;

  /** Takes no more commands, and settles when those under way have been answered. */
  stop(): Promise<void>;
}

/** Makes an engine over a store. It does not own the store: whoever opened it closes it, after `stop`. */
export function createEngine({ store, rulebook, limits = {} }: EngineParts): Engine {
  const { streamsMax = 20_000, batchCommandsMax = 256, batchWaitMs = 2 } = limits;
  const cache = createFoldCache(streamsMax);
  const loader = createLoader(store, rulebook, cache);
  const counters = createCounters();
  const parts = { rulebook, cache, loader, counters };
  const alone = isAtomic(store) ? undefined : createLoneSettler({ ...parts, store });
  const settle = isAtomic(store)
    ? createBatchSettler({ ...parts, store }, { itemsMax: batchCommandsMax, waitMs: batchWaitMs })
    : alone!.settle;
  const underWay = new Set<Promise<Answer>>();
  let stopped = false;

  /** Settles a call and counts how it ended. */
  async function settleCounted(call: CommandCall): Promise<Answer> {
    try {
      const answer = await settle(call);
      counters.commands += 1;
      return answer;
    } catch (error) {
      if (error instanceof Refused) {
        counters.commands += 1;
        counters.refusals += 1;
      }
      throw error;
    }
  }

  /** Only a store that commits in one place is written by one process, so that the cache can be believed. */
  const remembered = store.atomic ? cache : undefined;
  const loadNow = store.atomic ? loader.loadOnce : loader.load;

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    get failed() {
      return isAtomic(store) && store.failed;
    },

    async execute(request) {
      if (stopped) throw new EngineStopped();
      const settled = settleCounted(callOf(rulebook, request));
      underWay.add(settled);
      try {
        return await settled;
      } finally {
        underWay.delete(settled);
      }
    },

    explain(question) {
      const asking = explainCommands(rulebook, question, createReadingView(remembered));
      return driveLater(asking, askingOf(loader, loadNow));
    },

    load: async (stream) => (remembered?.get(stream) ?? (await loadNow(stream))).folded,

    recover: async (part, now) => alone?.recover(part, checkedTime(now), GRACE_MS),
    stats: () => ({ ...counters }),
    idle,

    stop() {
      stopped = true;
      return idle();
    },
  };
}

function isAtomic(store: EventStore): store is AtomicEventStore {
  return store.atomic;
}
