import type { Season } from './season-of';

/** Days on which the programme's calendar sets nothing. */
const OTHER_DAYS: Readonly<Record<string, string>> = {
  recoveriesReceived: '2024-06-28',
  surplusReturned: '2024-07-04',
  townsClosed: '2024-07-04',
};

/** ISO date of a day of the office's calendar. Throws when there is no such day. */
export function dayOf({ files }: Pick<Season, 'files'>, day: string): string {
  const date = files.calendar[day] ?? OTHER_DAYS[day];
  if (!date) throw new Error(`the calendar of the demo has no day ${day}`);
  return date;
}
