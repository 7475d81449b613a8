import type { NoticeListItem } from '@yihu/api-contract';
import { daysBetween } from '../../shared/format';

export type Posting = NoticeListItem['postings'][number];

const DAY_MS = 86_400_000;

/** Which days of a posting count, and how many of them have begun: the day of posting is none of them (R32). */
export function daysOf({ postedOn, days }: Pick<Posting, 'postedOn' | 'days'>, today: string) {
  const after = (count: number) => new Date(Date.parse(postedOn) + count * DAY_MS).toISOString().slice(0, 10);
  const counted = Math.min(days, Math.max(0, daysBetween(postedOn, today)));
  return { firstDay: after(1), lastDay: after(days), counted };
}

/** The posting that is spoken of: the one that hangs, or else the last. The server means the same. */
export function shownPosting(postings: readonly Posting[]): Posting | undefined {
  return postings.find(({ status }) => status === 'hanging') ?? postings.at(-1);
}

/** How far a notice has come, in one word. */
export type Standing = 'nothing' | 'to-post' | 'hanging' | 'interrupted' | 'complete' | 'sent' | 'received';

export function standingOf(notice: NoticeListItem): Standing {
  const last = shownPosting(notice.postings);
  if (last?.status === 'hanging') return 'hanging';
  if (notice.postableCount > 0) return 'to-post';
  if (!last) return 'nothing';
  if (last.status === 'interrupted') return 'interrupted';
  if (notice.photosReceived) return 'received';
  return notice.photosFiled ? 'sent' : 'complete';
}

/** Whether the signed-in person can do something about it now. */
export function isForMe({ allowedActions, postableCount, postings }: NoticeListItem): boolean {
  return postableCount > 0 || postings.length > 0 ? allowedActions.some(({ allowed }) => allowed) : false;
}
