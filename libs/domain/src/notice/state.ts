import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import { addDays } from '../calendar';
import type { IsoDate } from '../shared';
import type { NoticeEntry, NoticeFacts } from './facts';

export interface Posting {
  readonly posting: number;
  readonly place: string;
  readonly postedOn: IsoDate;
  readonly days: number;
  readonly entries: readonly NoticeEntry[];
  readonly photos: readonly {
    readonly which: 'start' | 'end';
    readonly hash: string;
    readonly takenOn: IsoDate;
  }[];
  readonly status: 'hanging' | 'interrupted' | 'complete';
}

export interface NoticeState {
  readonly year: number;
  readonly unit: string;
  readonly kind: 'plan' | 'result';
  readonly postings: readonly Posting[];
  readonly photosFiled: boolean;
  readonly photosReceived: boolean;
}

export const noticeWorkflow = defineWorkflow<NoticeFacts, NoticeState>({
  kind: 'notice',
  version: 1,
  moves: [
    'NoticePosted',
    'NoticePhotoAdded',
    'NoticeInterrupted',
    'NoticeCompleted',
    'NoticePhotosFiled',
    'NoticePhotosReceived',
  ],
  notes: ['DecisionAbandoned'],
  initial: { year: 0, unit: '', kind: 'plan', postings: [], photosFiled: false, photosReceived: false },
  reduce: {
    NoticePosted: (state, { year, unit, kind, posting, place, postedOn, days, entries }) => {
      const hung: Posting = { posting, place, postedOn, days, entries, photos: [], status: 'hanging' };
      const postings = [...state.postings, hung];
      return { ...state, year, unit, kind, postings, photosFiled: false, photosReceived: false };
    },
    NoticePhotoAdded: (state, { posting, which, hash, takenOn }) =>
      changePosting(state, posting, (each) => ({
        ...each,
        photos: [...each.photos, { which, hash, takenOn }],
      })),
    NoticeInterrupted: (state, { posting }) =>
      changePosting(state, posting, (each) => ({ ...each, status: 'interrupted' })),
    NoticeCompleted: (state, { posting }) =>
      changePosting(state, posting, (each) => ({ ...each, status: 'complete' })),
    NoticePhotosFiled: (state) => ({ ...state, photosFiled: true }),
    NoticePhotosReceived: (state) => ({ ...state, photosReceived: true }),
    DecisionAbandoned: (state) => state,
  },
});

/** Whether a completed posting of this notice shows this very version of the case (R32). */
export function hungInFull(state: NoticeState, caseId: string, planVersion: number): boolean {
  return state.postings.some(
    ({ status, entries }) =>
      status === 'complete' &&
      entries.some((entry) => entry.caseId === caseId && entry.planVersion === planVersion),
  );
}

/** The posting day does not count: seven days from the 1st end with the 8th (R32, reading). */
export function lastDayOf({ postedOn, days }: Pick<Posting, 'postedOn' | 'days'>): IsoDate {
  return addDays(postedOn, days);
}

/** Which of the two photos a posting still lacks: one of its days, and another from its last day on (R32, R33). */
export function missingPhotos(
  posting: Pick<Posting, 'postedOn' | 'days' | 'photos'>,
): readonly ('start' | 'end')[] {
  const { photos, postedOn } = posting;
  const lastDay = lastDayOf(posting);
  const starts = photos.filter(
    ({ which, takenOn }) => which === 'start' && takenOn >= postedOn && takenOn < lastDay,
  );
  const isOfStart = (hash: string) => photos.some((each) => each.which === 'start' && each.hash === hash);
  // One picture cannot show two days.
  const ends = photos.filter(
    ({ which, takenOn, hash }) => which === 'end' && takenOn >= lastDay && !isOfStart(hash),
  );
  return [starts.length === 0 ? ['start' as const] : [], ends.length === 0 ? ['end' as const] : []].flat();
}

function changePosting(
  state: NoticeState,
  posting: number,
  change: (posting: Posting) => Posting,
): NoticeState {
  if (!state.postings.some((each) => each.posting === posting))
    throw new CorruptHistory(`no posting ${posting}`);
  return {
    ...state,
    postings: state.postings.map((each) => (each.posting === posting ? change(each) : each)),
  };
}
