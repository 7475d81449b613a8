const DAY_MS = 86_400_000;
const IDLE_DAYS_MIN = 7;

/** A stretch in which nothing happened, in shares of the ruler. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly days: number;
}

/** A day with its place on the ruler. */
export interface Tick {
  readonly day: string;
  readonly at: number;
}

export interface RulerScale {
  /** The share of the ruler, 0 to 1, at which an instant stands. */
  at(instant: string): number;
  readonly ticks: readonly Tick[];
  readonly gaps: readonly Gap[];
}

/** The middle of a day of the office, for what is a date and not an instant. */
export function noonOf(day: string): string {
  return `${day}T04:00:00.000Z`;
}

/**
 * Lays real time on a ruler, from the first event to the last event or deadline. `instants` are in order, and there
 * is at least one.
 */
export function rulerScale(instants: readonly string[], days: readonly string[]): RulerScale {
  const times = instants.map((instant) => Date.parse(instant));
  const ends = [...times, ...days.map((day) => Date.parse(noonOf(day)))];
  const [first, last] = [Math.min(...times) - DAY_MS, Math.max(...ends) + 2 * DAY_MS];
  const share = (time: number) => Math.min(1, Math.max(0, (time - first) / (last - first)));
  return {
    at: (instant) => share(Date.parse(instant)),
    ticks: halfMonths(first, last).map((day) => ({ day, at: share(Date.parse(noonOf(day))) })),
    gaps: gapsBetween(times).map(({ from, to, days: idle }) => ({
      from: share(from),
      to: share(to),
      days: idle,
    })),
  };
}

/** The 1st and the 15th of each month in between. */
function halfMonths(first: number, last: number): readonly string[] {
  const start = new Date(first);
  const days: string[] = [];
  for (let month = 0; ; month += 1) {
    for (const day of [1, 15]) {
      const date = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, day));
      if (date.getTime() > last) return days;
      if (date.getTime() > first) days.push(date.toISOString().slice(0, 10));
    }
  }
}

function gapsBetween(times: readonly number[]): readonly Gap[] {
  return times.slice(1).flatMap((to, index): Gap[] => {
    const from = times[index]!;
    const days = Math.floor((to - from) / DAY_MS);
    return days < IDLE_DAYS_MIN ? [] : [{ from, to, days }];
  });
}
