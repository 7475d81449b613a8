/** How much an engine has done since it was made. */
export interface EngineStats {
  /** Commands that were answered or refused. */
  readonly commands: number;
  readonly refusals: number;
  /** Commits that stored something. */
  readonly commits: number;
  readonly batches: number;
  /** How many commands the largest batch held. */
  readonly largestBatch: number;
  /** Time spent on batches before their commit. */
  readonly decideSeconds: number;
  /** Time spent on committing. */
  readonly commitSeconds: number;
}

/** The same while it is being counted. */
export type Counters = { -readonly [Name in keyof EngineStats]: EngineStats[Name] };

/** Starts to count. */
export function createCounters(): Counters {
  return {
    commands: 0,
    refusals: 0,
    commits: 0,
    batches: 0,
    largestBatch: 0,
    decideSeconds: 0,
    commitSeconds: 0,
  };
}

/** Counts one batch. */
export function countBatch(
  counters: Counters,
  batch: {
    readonly size: number;
    readonly commits: number;
    readonly totalMs: number;
    readonly commitMs: number;
  },
): void {
  counters.batches += 1;
  counters.commits += batch.commits;
  counters.largestBatch = Math.max(counters.largestBatch, batch.size);
  counters.decideSeconds += (batch.totalMs - batch.commitMs) / 1000;
  counters.commitSeconds += batch.commitMs / 1000;
}
