import { sayYuan } from '@yihu/api-contract/browser';

const SHANGHAI = 'Asia/Shanghai';

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: SHANGHAI,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: SHANGHAI,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant as the office's date, `2024-06-13`, wherever the browser stands (TIM-02). */
export function dayOf(instant: string): string {
  return day.format(new Date(instant));
}

/** `06-13`. */
export function shortDayOf(instant: string): string {
  return dayOf(instant).slice(5);
}

/** `2024-06-13 09:20`. */
export function timeOf(instant: string): string {
  return `${dayOf(instant)} ${clock.format(new Date(instant))}`;
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** `1,900.00`; what does not exist is a dash and never a zero. */
export function yuan(amountFen: number | undefined): string {
  return amountFen === undefined ? '—' : sayYuan(amountFen);
}
