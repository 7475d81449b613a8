import { createSweeper, type Engine } from '@yihu/engine';
import type { EventStore } from '@yihu/event-store';
import { listOpenDecisions, type Projector, type ReadModels } from '@yihu/read-models';
import type { Clock } from './clock';

/** How often decisions are looked for that nobody will finish any more. */
const SWEEP_INTERVAL_MS = 60_000;

interface RecoveryParts {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly readModels: ReadModels;
  readonly projector: Projector;
  readonly clock: Clock;
  /** Told of what could not be mended; it is tried again with the next sweep. */
  readonly onError?: (error: unknown) => void;
}

/** The sweeping of one process. */
export interface Recovery {
  stop(): Promise<void>;
}

/**
 * Mends decisions of which only a part landed: all there are when the process starts, and then each minute those
 * that a minute did not finish. A store that holds a decision's streams together has none, and is not swept.
 */
export function startRecovery({
  store,
  engine,
  readModels,
  projector,
  clock,
  onError,
}: RecoveryParts): Recovery {
  if (store.atomic) return { stop: () => Promise.resolve() };
  const open = () => listOpenDecisions(readModels.database);
  const sweeper = createSweeper({
    open,
    recover: (part) => engine.recover(part, clock().toISOString()),
  });
  let isOver = false;
  const run = async (sweep: typeof sweeper.sweep) => {
    try {
      const { failures } = await sweep();
      for (const failure of failures) onError?.(failure);
    } catch (error) {
      onError?.(error);
    }
  };
  // What was open before this process began is known once its read models have come to now.
  let underWay = projector.caughtUp().then(
    () => (isOver ? undefined : run(sweeper.sweepAll)),
    () => undefined,
  );
  const timer = setInterval(() => {
    underWay = underWay.then(() => (isOver ? undefined : run(sweeper.sweep)));
  }, SWEEP_INTERVAL_MS);
  timer.unref();
  return {
    async stop() {
      isOver = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
