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
  /** Time spent on commands, and not on committing. */
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
export function countBatch(counters: Counters, { size, commits }: { size: number; commits: number }): void {
  counters.batches += 1;
  counters.commits += commits;
  counters.largestBatch = Math.max(counters.largestBatch, size);
}

/** Counts the time of commands that overlap: each moment once, as committing while anything is being appended. */
export interface SharedTime {
  settling(change: 1 | -1): void;
  appending(change: 1 | -1): void;
}

export function shareTime(counters: Counters, now: () => number = () => performance.now()): SharedTime {
  let settlingCount = 0;
  let appendingCount = 0;
  let countedToMs = now();
  const count = () => {
    const nowMs = now();
    const seconds = (nowMs - countedToMs) / 1000;
    countedToMs = nowMs;
    if (appendingCount > 0) counters.commitSeconds += seconds;
    else if (settlingCount > 0) counters.decideSeconds += seconds;
  };
  return {
    settling(change) {
      count();
      settlingCount += change;
    },
    appending(change) {
      count();
      appendingCount += change;
    },
  };
}
