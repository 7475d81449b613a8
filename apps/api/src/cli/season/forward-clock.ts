import type { SeasonServer } from './season-of';

/** The office's clock. It only goes forward. */
export interface ForwardClock {
  /** ISO date of the office's day. */
  readonly today: string;
  /** Moves to a day: to its morning, or, when the day has begun, to a little later on it. */
  moveTo(date: string): Promise<void>;
  /** Lets some time pass. */
  pass(durationMs: number): Promise<void>;
}

/** The office's working day begins at nine in Shanghai. */
const MORNING = 'T01:00:00.000Z';

/** What is done on one day is done one after another. */
const BETWEEN_STEPS_MS = 10 * 60_000;

export function createForwardClock(server: Pick<SeasonServer, 'setClock'>): ForwardClock {
  let nowMs = -Infinity;
  let today = '';
  const set = async (nextMs: number) => {
    nowMs = nextMs;
    await server.setClock(new Date(nowMs).toISOString());
  };
  return {
    get today() {
      return today;
    },
    async moveTo(date) {
      if (date < today) throw new Error(`the office's clock cannot go back from ${today} to ${date}`);
      const morningMs = Date.parse(`${date}${MORNING}`);
      const nextMs = date === today ? nowMs + BETWEEN_STEPS_MS : morningMs;
      today = date;
      await set(nextMs);
    },
    pass: (durationMs) => set(nowMs + durationMs),
  };
}
