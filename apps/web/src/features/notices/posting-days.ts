import type { NoticeListItem } from '@yihu/api-contract';
import { daysBetween } from '../../shared/format';

type Posting = NoticeListItem['postings'][number];

/** How a posting's days go. The posting day does not count: seven days from the 1st end with the 8th (R32). */
export interface PostingDays {
  /** The last day that it has to hang, an ISO date. */
  readonly lastDay: string;
  /** Days that have gone by, at most all. */
  readonly gone: number;
  readonly days: number;
}

export function postingDays(
  { postedOn, days }: Pick<Posting, 'postedOn' | 'days'>,
  today: string,
): PostingDays {
  const last = new Date(Date.parse(postedOn) + days * 86_400_000);
  const gone = Math.min(days, Math.max(0, daysBetween(postedOn, today)));
  return { lastDay: last.toISOString().slice(0, 10), gone, days };
}
