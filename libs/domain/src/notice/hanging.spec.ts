import type { Desk } from '../testing/desk';
import { leg, ON, openOffice, TOWN, VILLAGE, YEAR } from '../testing';

const PLAN_NOTICE = `${YEAR}-${VILLAGE}-plan`;
const NOTICE = { year: 2024, unit: VILLAGE, kind: 'plan', place: '公示栏' };
const POSTED = ON.posted.slice(0, 10);

interface Photo {
  readonly which: 'start' | 'end';
  readonly hash: string;
  readonly takenOn: string;
}

const START: Photo = { which: 'start', hash: 'start', takenOn: POSTED };
const END: Photo = { which: 'end', hash: 'end', takenOn: '2024-04-09' };

/** Posted on 1 April for seven days, so to the end of 8 April. */
function hanging(...photos: readonly Photo[]): Desk {
  const desk = openOffice();
  const caseId = leg.toCadreSigned(desk);
  const input = { ...NOTICE, postedOn: POSTED, caseIds: [caseId] };
  desk.do('postNotice', PLAN_NOTICE, { by: 'V1', at: ON.posted, input });
  for (const photo of photos)
    desk.do('addNoticePhoto', PLAN_NOTICE, { by: 'V1', at: ON.complete, input: { posting: 1, ...photo } });
  return desk;
}

const completing = (desk: Desk) =>
  desk.explain('completeNotice', PLAN_NOTICE, { by: 'V1', at: ON.complete, input: { posting: 1 } });

describe('a notice truly hangs (R32, R33)', () => {
  it('is complete with a photo of its first days and one of its last day or later', () => {
    expect(completing(hanging(START, END)).refusals).toEqual([]);
    expect(completing(hanging(START, { ...END, takenOn: '2024-04-08' })).refusals).toEqual([]);
  });

  it.each<[string, string, Photo, Photo]>([
    ['end', 'the last photo is of an earlier day', START, { ...END, takenOn: '2024-04-07' }],
    ['end', 'one picture is to show both days', START, { ...END, hash: START.hash }],
    ['start', 'the first photo is of the last day', { ...START, takenOn: '2024-04-08' }, END],
    ['start', 'the first photo is older than the posting', { ...START, takenOn: '2024-03-31' }, END],
  ])('lacks its %s photo when %s', (which, _why, start, end) => {
    expect(completing(hanging(start, end)).refusals).toEqual([
      expect.objectContaining({
        rule: 'start-and-end-photo',
        detail: { missing: [which], postedOn: POSTED, lastDay: '2024-04-08' },
      }),
    ]);
  });

  it('is not posted further back than the programme lets the office catch up', () => {
    const desk = openOffice();
    const caseId = leg.toCadreSigned(desk);
    const at = '2024-03-29T02:00:00.000Z';
    const refusals = (postedOn: string) =>
      desk.refusals('postNotice', PLAN_NOTICE, {
        by: 'V1',
        at,
        input: { ...NOTICE, postedOn, caseIds: [caseId] },
      });
    expect(refusals('2024-03-22')).toEqual([]);
    expect(refusals('2024-03-21')).toEqual(['backfill-days']);
    expect(refusals('2024-01-02')).toEqual(['backfill-days', 'posted-after-signature']);
  });

  it('shows no result from before the work was accepted', () => {
    const desk = openOffice();
    const caseId = leg.toAccepted(desk);
    const posting = (postedOn: string) => ({
      by: 'T1',
      at: ON.accepted,
      input: { ...NOTICE, unit: TOWN, kind: 'result', postedOn, caseIds: [caseId] },
    });
    const id = `${YEAR}-${TOWN}-result`;
    expect(desk.refusals('postNotice', id, posting('2024-06-06'))).toEqual([]);
    expect(desk.refusals('postNotice', id, posting('2024-06-05'))).toEqual(['posted-after-signature']);
  });
});
