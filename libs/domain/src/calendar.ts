import type { IsoDate } from './shared';

/** China keeps one zone, and no summer time since 1991: a day begins there at 16:00 UTC of the day before. */
const DAY_BEGINS_AT_UTC_HOUR = 16;
const DAY_MS = 24 * 60 * 60 * 1000;

const UTC_INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):\d\d:\d\d(?:\.\d+)?Z$/;

/** The calendar day in Asia/Shanghai at a UTC instant. Throws `RangeError` for what is none. */
export function dayInShanghai(instant: string): IsoDate {
  const [, day, hour] = UTC_INSTANT.exec(instant) ?? [];
  if (day === undefined) throw new RangeError(`not an instant in UTC: ${instant}`);
  return Number(hour) < DAY_BEGINS_AT_UTC_HOUR ? day : addDays(day, 1);
}

export function addDays(day: IsoDate, count: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Whether a day is within a deadline written as 某日前. The inclusive reading counts the day itself, the
 * strict one does not (A12).
 */
export function inTime(day: IsoDate, deadline: IsoDate, inclusive: boolean): boolean {
  return inclusive ? day <= deadline : day < deadline;
}

/** Whether a text is a day that exists, written `2024-06-15`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
