import type { NoticeListItem } from '@yihu/api-contract';
import { daysOf, standingOf, type Posting } from './hanging';

const posting: Posting = {
  posting: 1,
  place: '公示栏',
  postedOn: '2024-04-01',
  days: 7,
  entries: [],
  photos: [],
  status: 'hanging',
};

const notice: NoticeListItem = {
  id: '2024-500112140-plan',
  revision: 1,
  year: 2024,
  unit: '500112140',
  unitName: '拾篱镇',
  kind: 'plan',
  postings: [posting],
  photosFiled: false,
  photosReceived: false,
  postableCount: 0,
  allowedActions: [],
};

it.each([
  ['2024-04-01', 0],
  ['2024-04-02', 1],
  ['2024-04-08', 7],
  ['2024-04-20', 7],
])(
  'on %s the notice of 1 April has hung for %i days: the day of posting does not count',
  (today, counted) => {
    expect(daysOf(posting, today)).toEqual({ firstDay: '2024-04-02', lastDay: '2024-04-08', counted });
  },
);

it('what hangs is told before what is to be hung next, and that before what is over', () => {
  const over: Posting = { ...posting, status: 'complete' };
  expect(standingOf({ ...notice, postableCount: 2 })).toBe('hanging');
  expect(standingOf({ ...notice, postings: [over], postableCount: 2 })).toBe('to-post');
  expect(standingOf({ ...notice, postings: [over], photosFiled: true })).toBe('sent');
  expect(standingOf({ ...notice, postings: [] })).toBe('nothing');
});
