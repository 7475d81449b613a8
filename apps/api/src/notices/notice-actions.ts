import type { AllowedAction, Language, NoticeListItem } from '@yihu/api-contract';
import { dayInShanghai, type NoticeState } from '@yihu/domain';
import { allowedAction } from '../cases/case-view';
import type { ServerParts } from '../server-parts';

/** A notice as a question about it needs it. `postable` are the cases that it has to show. */
export interface NoticeAsked extends Pick<NoticeListItem, 'id' | 'year' | 'unit' | 'kind'> {
  readonly postings: NoticeState['postings'];
  readonly postable: readonly string[];
}

interface Filled {
  readonly command: string;
  /** What a screen would fill in; left out, only what needs no input is judged. */
  readonly input?: object;
}

/** What may be done about a notice: each command about the posting that it would be given for. */
export async function noticeActions(
  { engine, clock }: ServerParts,
  asked: NoticeAsked,
  actorId: string,
  language: Language,
): Promise<readonly AllowedAction[]> {
  const now = clock().toISOString();
  const explained = await Promise.all(
    filledIn(asked, dayInShanghai(now)).map(({ command, input }) =>
      engine.explain({ commands: [command], subjectId: asked.id, actorId, now, input }),
    ),
  );
  return explained.flat().map((each) => allowedAction(each, language));
}

function filledIn({ year, unit, kind, postings, postable }: NoticeAsked, today: string): readonly Filled[] {
  const shown = postings.find(({ status }) => status === 'hanging') ?? postings.at(-1);
  const onPosting = { year, unit, posting: shown?.posting ?? 0 };
  const posting = { year, unit, kind, place: '', postedOn: today, caseIds: postable };
  return [
    { command: 'postNotice', input: posting },
    { command: 'addNoticePhoto', input: { ...onPosting, which: 'end', hash: '', takenOn: today } },
    { command: 'completeNotice', input: onPosting },
    { command: 'interruptNotice', input: onPosting },
    { command: 'filePhotos' },
    { command: 'receivePhotos' },
  ];
}
