import { addDays, lastDayOf, missingPhotos, townOf, type NoticeFacts, type Posting } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { existing, handle, subjectIdOf, type Handlers, type ReadModel, type Rows } from './read-model';
import { flag, integer, table, text, textOf, type RowOf } from './table';
import { putActed, putWaiting, type Waiting } from './worklist-table';

/** One row for each unit's plan or result notice. */
export const noticeTable = table(
  'notices',
  {
    noticeId: text,
    year: integer,
    unit: text,
    kind: textOf<'plan' | 'result'>(),
    postings: integer,
    photosFiled: flag,
    photosReceived: flag,
  },
  { key: ['noticeId'] },
);

/** One row for each time that a notice was hung. */
export const postingTable = table(
  'notice_postings',
  {
    noticeId: text,
    posting: integer,
    status: textOf<'hanging' | 'interrupted' | 'complete'>(),
    postedOn: text,
    days: integer,
    /** JSON array, as the domain has them. */
    photos: text,
    count: integer,
    subsidySumFen: integer,
    rewardSumFen: integer,
  },
  { key: ['noticeId', 'posting'] },
);

/** Which version of which case was hung. */
export const noticeEntryTable = table(
  'notice_entries',
  { caseId: text, planVersion: integer, noticeId: text, posting: integer },
  { key: ['caseId', 'planVersion', 'noticeId', 'posting'], appendOnly: true },
);

export type NoticeRow = RowOf<typeof noticeTable>;
export type PostingRow = RowOf<typeof postingTable>;
export type NoticeEntryRow = RowOf<typeof noticeEntryTable>;

export const noticeBoard: ReadModel = {
  kind: 'notice',
  tables: [noticeTable, postingTable, noticeEntryTable],
  project,
};

interface Before {
  readonly event: StoredEvent;
  readonly rows: Rows;
}

function project(event: StoredEvent, rows: Rows): void {
  const notice = handle<NoticeFacts, Before, NoticeRow>(handlers, { event, rows }, event);
  rows.put(noticeTable, notice);
  const { noticeId: subjectId, year, unit } = notice;
  const postings = postingsOf(rows, notice);
  const shown = postings.find((each) => each.status === 'hanging') ?? postings.at(-1);
  const town = townOf(unit);
  const key = `notice-${subjectId}`;
  putWaiting(rows, event, {
    key,
    kind: 'notice',
    subjectId,
    year,
    town,
    village: unit === town ? null : unit,
    ...waitingOf(notice, postings),
    deadline: 'photos',
    count: shown?.count ?? 0,
    amountFen: shown?.subsidySumFen ?? 0,
    rewardFen: shown?.rewardSumFen ?? 0,
  });
  putActed(rows, event, key, ACTS[event.type as keyof NoticeFacts]);
}

const handlers: Handlers<NoticeFacts, Before, NoticeRow> = {
  NoticePosted: ({ event, rows }, { year, unit, kind, posting, postedOn, days, entries }) => {
    const noticeId = subjectIdOf(event.stream);
    for (const { caseId, planVersion } of entries) {
      rows.put(noticeEntryTable, { caseId, planVersion, noticeId, posting });
    }
    rows.put(postingTable, {
      noticeId,
      posting,
      status: 'hanging',
      postedOn,
      days,
      photos: '[]',
      count: entries.length,
      subsidySumFen: entries.reduce((sum, entry) => sum + entry.subsidyFen, 0),
      rewardSumFen: entries.reduce((sum, entry) => sum + entry.rewardFen, 0),
    });
    return { noticeId, year, unit, kind, postings: posting, photosFiled: 0, photosReceived: 0 };
  },
  NoticePhotoAdded: (before, { posting, which, hash, takenOn }) => {
    const photo = { which, hash, takenOn };
    changePosting(before, posting, (row) => ({ photos: JSON.stringify([...photosOf(row), photo]) }));
    return changed(before, {});
  },
  NoticeInterrupted: (before, { posting }) => {
    changePosting(before, posting, () => ({ status: 'interrupted' }));
    return changed(before, {});
  },
  NoticeCompleted: (before, { posting }) => {
    changePosting(before, posting, () => ({ status: 'complete' }));
    return changed(before, {});
  },
  NoticePhotosFiled: (before) => changed(before, { photosFiled: 1 }),
  NoticePhotosReceived: (before) => changed(before, { photosReceived: 1 }),
  DecisionAbandoned: (before) => changed(before, {}),
};

function changed({ event, rows }: Before, changes: Partial<NoticeRow>): NoticeRow {
  return { ...existing(rows.get(noticeTable, subjectIdOf(event.stream)), event), ...changes };
}

function changePosting(
  { event, rows }: Before,
  posting: number,
  changesOf: (row: PostingRow) => Partial<PostingRow>,
): void {
  const row = existing(rows.get(postingTable, subjectIdOf(event.stream), posting), event);
  rows.put(postingTable, { ...row, ...changesOf(row) });
}

function postingsOf(rows: Rows, { noticeId, postings }: NoticeRow): readonly PostingRow[] {
  const numbers = Array.from({ length: postings }, (_, index) => index + 1);
  return numbers.flatMap((posting) => rows.get(postingTable, noticeId, posting) ?? []);
}

function waitingOf(notice: NoticeRow, postings: readonly PostingRow[]): Waiting {
  const { unit, kind, photosFiled, photosReceived } = notice;
  const role = unit === townOf(unit) ? 'town-cadre' : 'village-cadre';
  const hanging = postings.find((each) => each.status === 'hanging');
  if (hanging) return { role, ...nextFor(hanging) };
  // Only photos of the result notice go to the bureau (R33).
  if (kind === 'plan' || postings.every((each) => each.status !== 'complete')) return {};
  if (photosFiled === 0) return { task: 'file-photos', role: 'town-cadre' };
  return photosReceived === 0 ? { task: 'receive-photos', role: 'bureau' } : {};
}

/** The photo of its days is for now, that of its end from the last day on, and then the days must be over. */
function nextFor(row: PostingRow): Pick<Waiting, 'task' | 'availableOn'> {
  const missing = missingPhotos({ ...row, photos: photosOf(row) });
  if (missing.includes('start')) return { task: 'add-photo' };
  const lastDay = lastDayOf(row);
  if (missing.includes('end')) return { task: 'add-photo', availableOn: lastDay };
  return { task: 'complete', availableOn: addDays(lastDay, 1) };
}

function photosOf({ photos }: PostingRow): Posting['photos'] {
  return JSON.parse(photos) as Posting['photos'];
}

const ACTS: Readonly<Partial<Record<keyof NoticeFacts, string>>> = {
  NoticePosted: 'post',
  NoticePhotoAdded: 'add-photo',
  NoticeInterrupted: 'interrupt',
  NoticeCompleted: 'complete',
  NoticePhotosFiled: 'file-photos',
  NoticePhotosReceived: 'receive-photos',
};
