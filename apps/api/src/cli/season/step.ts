import type { Season } from './season-of';

/** What an office does on a day of its calendar, in all towns. */
export interface Step {
  /** Unique, e.g. `signAsTowns`: what a journey can be left behind before. */
  readonly name: string;
  /** A day of the calendar, e.g. `townsSigned`. */
  readonly day: string;
  /** In the office's words, for the progress line. */
  readonly what: string;
  /** About how long it takes, beside the others. */
  readonly weight: number;
  run(season: Season): Promise<unknown>;
}
