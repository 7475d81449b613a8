import { isIsoDate } from '@yihu/domain';
import { foldWide } from './clean-text';
import type { RosterProblemCode } from './problem';
import type { SheetCell } from './sheet';

const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/**
 * The ISO day that a cell says, or what is wrong with it. A bare number may be a day and may be anything: it
 * is not guessed at (IMP-09).
 */
export function readIsoDate({
  kind,
  text,
}: SheetCell & { readonly text: string }): string | RosterProblemCode {
  if (kind === 'date') return text;
  if (kind === 'number') return 'day-is-a-number';
  const [, year = '', month = '', day = ''] = DAY.exec(foldWide(text).replace(/\s/g, '')) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : 'day-unreadable';
}
