import { rule, type Folded, type Situation } from '@yihu/workflow';
import { addDays } from '../calendar';
import { currentPlan, filedPlan, type CaseState } from '../case/state';
import { eachCase, given, officeContext, type OfficeContext, type Read } from '../context';
import { officeCommand } from '../office-command';
import { policyOn, type ProgrammeState } from '../programme/state';
import type { IsoDate, Role } from '../shared';
import { covers } from '../territory';
import { noticeFact, type NoticeEntry } from './facts';
import { lastDayOf, missingPhotos, type NoticeState, type Posting } from './state';

export interface PostNoticeInput {
  readonly year: number;
  readonly unit: string;
  readonly kind: 'plan' | 'result';
  readonly place: string;
  readonly postedOn: IsoDate;
  readonly caseIds: readonly string[];
}

export interface PostingInput {
  readonly posting: number;
}

export interface NoticePhotoInput extends PostingInput {
  readonly which: 'start' | 'end';
  readonly hash: string;
  readonly takenOn: IsoDate;
}

export interface ReceivePhotosInput {
  readonly receiptNo: string;
}

interface ListedCase {
  readonly caseId: string;
  readonly folded: Folded<CaseState>;
}

export interface NoticeContext<Input> extends OfficeContext<Input> {
  readonly notice: NoticeState;
  readonly posting: Posting | undefined;
  readonly programme: ProgrammeState;
  readonly cases: readonly ListedCase[];
}

function gatherNotice<Input>() {
  return (read: Read, situation: Situation, by: readonly Role[]): NoticeContext<Input> => {
    const subject = read.notice(situation.subjectId);
    const input = (situation.input ?? {}) as Partial<PostNoticeInput & PostingInput>;
    const programme = read.programme(String(input.year ?? subject.data.year)).data;
    const office = officeContext<Input>(situation, subject, input.unit ?? subject.data.unit, by);
    return {
      ...office,
      policyVersion: policyOn(programme, office.today)?.version,
      notice: subject.data,
      posting: subject.data.postings.find((each) => each.posting === input.posting),
      programme,
      get cases() {
        return (input.caseIds ?? []).map((caseId) => ({ caseId, folded: read.case(caseId) }));
      },
    };
  };
}

/** What a case shows on a notice: the agreed amounts before the work, the accepted ones after it. */
function entryOf({ caseId, folded }: ListedCase, kind: 'plan' | 'result'): NoticeEntry | undefined {
  const state = folded.data;
  if (kind === 'result') {
    if (!state.accepted) return undefined;
    const { payableFen: subsidyFen, reward } = state.accepted;
    return { caseId, planVersion: filedPlan(state)!.planVersion, subsidyFen, rewardFen: reward.rewardFen };
  }
  const plan = currentPlan(state);
  if (!plan || !state.signatures.village) return undefined;
  return { caseId, planVersion: plan.planVersion, subsidyFen: plan.subsidyFen, rewardFen: plan.rewardFen };
}

export const entriesCurrent = rule<NoticeContext<PostNoticeInput>>('entries-current', {
  source: 'R32',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    if (c.cases.length === 0) return { cases: [] };
    return eachCase(c.cases, (listed) => {
      const { village, year } = listed.folded.data;
      const isOfUnit = covers(given(c).unit, village) && year === given(c).year;
      return (isOfUnit && entryOf(listed, given(c).kind) !== undefined) || { stage: listed.folded.stage };
    });
  },
});

export const notPostedAhead = rule<NoticeContext<PostNoticeInput>>('posted-by-today', {
  source: 'R32',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).postedOn <= c.today || { postedOn: given(c).postedOn, today: c.today },
});

export const postedWithinBackfill = rule<NoticeContext<PostNoticeInput>>('backfill-days', {
  source: 'R32, A12',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const { postedOn } = given(c);
    const days = policyOn(c.programme, c.today)?.policy.backfillDays ?? 0;
    const notBefore = addDays(c.today, -days);
    return postedOn >= notBefore || { postedOn, notBefore, days };
  },
});

/** Nothing hangs before there was something to hang. */
export const postedAfterSignature = rule<NoticeContext<PostNoticeInput>>('posted-after-signature', {
  source: 'R32, A10',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const { postedOn, kind } = given(c);
    return eachCase(c.cases, ({ folded: { data } }) => {
      const signedOn = kind === 'plan' ? data.signatures.village?.on : data.accepted?.on;
      return signedOn === undefined || postedOn >= signedOn || { postedOn, signedOn };
    });
  },
});

export const takenByToday = rule<NoticeContext<NoticePhotoInput>>('taken-by-today', {
  source: 'R33',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).takenOn <= c.today || { takenOn: given(c).takenOn, today: c.today },
});

export const postingHangs = rule<NoticeContext<PostingInput>>('notice-hanging', {
  source: 'R32',
  clearedBy: 'village-cadre',
  kind: 'stage',
  judgesInput: true,
  check: (c) =>
    c.posting?.status === 'hanging' || { posting: given(c).posting, status: c.posting?.status ?? 'unknown' },
});

export const noticeDays = rule<NoticeContext<PostingInput>>('notice-days', {
  source: 'R32',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    if (!c.posting) return true;
    const lastDay = lastDayOf(c.posting);
    return c.today > lastDay || { today: c.today, lastDay, days: c.posting.days };
  },
});

export const startAndEndPhoto = rule<NoticeContext<PostingInput>>('start-and-end-photo', {
  source: 'R32, R33',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    if (!c.posting) return true;
    const { postedOn } = c.posting;
    const lastDay = lastDayOf(c.posting);
    const missing = missingPhotos(c.posting);
    return missing.length === 0 || { missing, postedOn, lastDay };
  },
});

export const allComplete = rule<NoticeContext<object>>('notice-complete', {
  source: 'R32, R33',
  clearedBy: 'village-cadre',
  kind: 'stage',
  check: ({ notice: { postings } }) => {
    const hanging = postings.filter((each) => each.status === 'hanging').map((each) => each.posting);
    const isComplete = postings.some((each) => each.status === 'complete') && hanging.length === 0;
    return isComplete || { postings: postings.length, hanging };
  },
});

export const photosFiled = rule<NoticeContext<ReceivePhotosInput>>('photos-filed', {
  source: 'R33',
  clearedBy: 'town-cadre',
  kind: 'stage',
  check: ({ notice }) => notice.photosFiled || { unit: notice.unit },
});

const POSTERS: readonly Role[] = ['village-cadre', 'town-cadre'];

export const postNotice = officeCommand<NoticeContext<PostNoticeInput>>('postNotice', {
  on: 'notice',
  by: POSTERS,
  gather: gatherNotice(),
  rules: [entriesCurrent, notPostedAhead, postedWithinBackfill, postedAfterSignature],
  record: (c) => {
    const { year, unit, kind, place, postedOn } = given(c);
    const posted = noticeFact('NoticePosted', {
      year,
      unit,
      kind,
      posting: c.notice.postings.length + 1,
      place,
      postedOn,
      days: policyOn(c.programme, c.today)!.policy.noticeDays,
      entries: c.cases.map((listed) => entryOf(listed, kind)!),
    });
    return { subject: [posted] };
  },
});

export const addNoticePhoto = officeCommand<NoticeContext<NoticePhotoInput>>('addNoticePhoto', {
  on: 'notice',
  by: POSTERS,
  gather: gatherNotice(),
  rules: [postingHangs, takenByToday],
  record: (c) => ({ subject: [noticeFact('NoticePhotoAdded', given(c))] }),
});

export const interruptNotice = officeCommand<NoticeContext<PostingInput>>('interruptNotice', {
  on: 'notice',
  by: POSTERS,
  gather: gatherNotice(),
  rules: [postingHangs],
  record: (c) => ({
    subject: [
      noticeFact('NoticeInterrupted', { posting: given(c).posting, takenDownOn: c.paperOn ?? c.today }),
    ],
  }),
});

export const completeNotice = officeCommand<NoticeContext<PostingInput>>('completeNotice', {
  on: 'notice',
  by: POSTERS,
  gather: gatherNotice(),
  rules: [postingHangs, noticeDays, startAndEndPhoto],
  record: (c) => {
    const { posting, days: daysCounted } = c.posting!;
    return {
      subject: [noticeFact('NoticeCompleted', { posting, lastDay: lastDayOf(c.posting!), daysCounted })],
    };
  },
});

export const filePhotos = officeCommand<NoticeContext<object>>('filePhotos', {
  on: 'notice',
  by: ['town-cadre'],
  gather: gatherNotice(),
  rules: [allComplete],
  record: (c) => {
    const postings = c.notice.postings
      .filter((each) => each.status === 'complete')
      .map((each) => each.posting);
    return { subject: [noticeFact('NoticePhotosFiled', { postings, sentOn: c.paperOn ?? c.today })] };
  },
});

export const receivePhotos = officeCommand<NoticeContext<ReceivePhotosInput>>('receivePhotos', {
  on: 'notice',
  by: ['bureau'],
  gather: gatherNotice(),
  rules: [photosFiled],
  record: (c) => {
    const { photos: deadline } = policyOn(c.programme, c.today)!.policy.deadlines;
    const received = { receiptNo: given(c).receiptNo, receivedOn: c.today, late: c.today > deadline };
    return { subject: [noticeFact('NoticePhotosReceived', received)] };
  },
});
