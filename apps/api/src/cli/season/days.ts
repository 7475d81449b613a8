import type { Season } from './season-of';

/** ISO date of a day of the office's calendar. Throws when there is no such day. */
export function dayOf({ files }: Pick<Season, 'files'>, day: string): string {
  const date = files.calendar[day];
  if (!date) throw new Error(`the calendar of the demo has no day ${day}`);
  return date;
}
