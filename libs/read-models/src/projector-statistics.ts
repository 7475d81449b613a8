import type { StoredEvent } from '@yihu/event-store';

/** How the projector fares, for readiness and metrics. */
export interface ProjectorStatistics {
  /** `failing` means that the last attempt failed and another follows. */
  readonly state: 'stopped' | 'catching-up' | 'live' | 'failing';
  /** Events delivered and projected or parked since the start. */
  readonly eventCount: number;
  readonly secondsProjecting: number;
  /** From the recording of the last event to its projection; 0 before the first. */
  readonly lagMs: number;
  /** What failed last, while the state is `failing`. */
  readonly failure: string | undefined;
}

export interface StatisticsKeeper {
  read(): ProjectorStatistics;
  followed(): void;
  projected(events: readonly StoredEvent[], seconds: number): void;
  caughtUp(): void;
  failed(error: unknown): void;
  stopped(): void;
}

export function keepStatistics(now: () => number): StatisticsKeeper {
  let statistics: ProjectorStatistics = {
    state: 'stopped',
    eventCount: 0,
    secondsProjecting: 0,
    lagMs: 0,
    failure: undefined,
  };
  const change = (changes: Partial<ProjectorStatistics>) => {
    statistics = { ...statistics, ...changes };
  };
  return {
    read: () => statistics,
    followed: () => change({ state: 'catching-up', failure: undefined }),
    projected(events, seconds) {
      const { eventCount, secondsProjecting, lagMs, state } = statistics;
      const recordedMs = Date.parse(String(events.at(-1)?.metadata['recordedAt']));
      change({
        state: state === 'live' ? 'live' : 'catching-up',
        failure: undefined,
        eventCount: eventCount + events.length,
        secondsProjecting: secondsProjecting + seconds,
        lagMs: Number.isNaN(recordedMs) ? lagMs : Math.max(now() - recordedMs, 0),
      });
    },
    caughtUp: () => change({ state: 'live', failure: undefined }),
    failed: (error) => change({ state: 'failing', failure: String(error) }),
    stopped: () => change({ state: 'stopped' }),
  };
}
