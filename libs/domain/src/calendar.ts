import type { IsoDate } from './shared';

/** China keeps one zone and no summer time, so the offset never changes. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day in Asia/Shanghai at a UTC instant. */
export function dayInShanghai(instant: string): IsoDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
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
