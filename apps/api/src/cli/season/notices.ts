import { addDays } from '@yihu/domain';
import { withProject, withStory, type Journey, type NoticeInHand, type TownCast } from './cast';
import { eachTown, forEach } from './crowd';
import { returned } from './filing';
import { photo } from './photos';
import type { Season } from './season-of';
import { TOWN_STORIES } from './town-stories';

type Kind = NoticeInHand['kind'];

export function postPlanNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, withProject(cast, 'notice-missed'), 'plan'));
}

/** What the bureau returned is another version, which has to hang as well. */
export function postSupplementNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, returned(cast), 'plan'));
}

/** Who was on no notice has not been paid, and hangs alone. */
export function postMissedNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, withStory(cast, 'notice-missed'), 'plan'));
}

export function postResultNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, withProject(cast, 'late'), 'result'));
}

export function postLateNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, withStory(cast, 'late'), 'result'));
}

/** One village needs its board for something else, three days too early. */
export async function takeNoticeDown(season: Season): Promise<void> {
  await eachHasty(season, async (cast, notice) => {
    await onNotice(season, cast, notice, 'interrupt', { posting: notice.posting });
    keep(cast, { ...notice, hangs: false });
  });
}

export async function hangNoticeAgain(season: Season): Promise<void> {
  await eachHasty(season, (cast, notice) => post(season, cast, notice));
}

async function eachHasty(
  season: Season,
  work: (cast: TownCast, notice: NoticeInHand) => Promise<void>,
): Promise<void> {
  await eachTown(season, async (cast) => {
    const village = cast.villages[0]!.code;
    const notice = cast.notices.find(({ kind, unit }) => kind === 'plan' && unit === village);
    if (cast.town.code === TOWN_STORIES.noticeTakenDown && notice) await work(cast, notice);
  });
}

/** Two levels hang their own notice: each village its households, the town all of them (R32). */
export async function postNotices(
  season: Season,
  cast: TownCast,
  journeys: readonly Journey[],
  kind: Kind,
): Promise<void> {
  const units = [
    ...cast.villages.map(({ code, cadre }) => ({ unit: code, by: cadre })),
    { unit: cast.town.code, by: cast.townCadres[0]! },
  ];
  const listed = units
    .map(({ unit, by }) => ({ unit, by, kind, journeys: journeys.filter(isOf(unit)) }))
    .filter((notice) => notice.journeys.length > 0);
  await forEach(listed, (notice) => post(season, cast, notice));
}

const isOf =
  (unit: string) =>
  ({ household }: Journey) =>
    household.village.startsWith(unit);

type ToPost = Pick<NoticeInHand, 'unit' | 'by' | 'kind' | 'journeys'>;

async function post(season: Season, cast: TownCast, notice: ToPost): Promise<void> {
  const { office, year, clock, progress } = season;
  const { unit, by, kind, journeys } = notice;
  const path = `/api/notices/${year}-${unit}-${kind}`;
  const posting = cast.notices.filter((each) => each.path === path).length + 1;
  const postedOn = clock.today;
  const caseIds = journeys.map(({ caseId }) => caseId);
  const { revision } = await office.post({
    by,
    path: '/api/notices/post',
    body: { year, unit, kind, place: '公示栏', postedOn, caseIds },
    again: `${path} ${posting}`,
    ...(posting > 1 && { revision: cast.noticeRevisions.get(path)! }),
  });
  cast.noticeRevisions.set(path, revision);
  const hung = { unit, by, kind, journeys, path, posting, postedOn, hangs: true };
  keep(cast, hung);
  await addPhoto(season, cast, hung, 'start');
  progress.done();
}

/** What has hung long enough is photographed once more and taken down. The posting day does not count. */
export async function completeNotices(season: Season): Promise<void> {
  const { noticeDays } = season.files.definition.policy;
  await eachTown(season, async (cast) => {
    const hanging = cast.notices.filter(({ hangs }) => hangs);
    const due = hanging.filter(({ postedOn }) => addDays(postedOn, noticeDays) < season.clock.today);
    for (const notice of due) await complete(season, cast, notice);
  });
}

async function complete(season: Season, cast: TownCast, notice: NoticeInHand): Promise<void> {
  await addPhoto(season, cast, notice, 'end');
  await onNotice(season, cast, notice, 'complete', { posting: notice.posting });
  keep(cast, { ...notice, hangs: false });
  season.progress.done();
}

async function addPhoto(season: Season, cast: TownCast, notice: NoticeInHand, which: 'start' | 'end') {
  const { path, posting } = notice;
  const hash = photo(`${path} ${posting} ${which}`);
  await onNotice(season, cast, notice, 'add-photo', { posting, which, hash, takenOn: season.clock.today });
}

/** The photos of the result notices go to the bureau once no household of the town is late any more. */
export async function filePhotos(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    if (withStory(cast, 'late').length === 0) await fileOf(season, cast);
  });
}

export async function fileLatePhotos(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    if (withStory(cast, 'late').length > 0) await fileOf(season, cast);
  });
}

async function fileOf(season: Season, cast: TownCast): Promise<void> {
  const results = new Map(
    cast.notices.filter(({ kind }) => kind === 'result').map((each) => [each.path, each]),
  );
  for (const notice of results.values()) {
    await onNotice(season, cast, { ...notice, by: cast.townCadres[0]! }, 'file-photos', {});
    const received = { receiptNo: `演示照${notice.unit}` };
    await onNotice(season, cast, { ...notice, by: season.bureau }, 'receive-photos', received);
    season.progress.done();
  }
}

async function onNotice(
  { office }: Season,
  cast: TownCast,
  { path, by }: Pick<NoticeInHand, 'path' | 'by'>,
  command: string,
  body: object,
): Promise<void> {
  const revision = cast.noticeRevisions.get(path)!;
  const answer = await office.post({ by, path: `${path}/${command}`, body, revision });
  cast.noticeRevisions.set(path, answer.revision);
}

function keep(cast: TownCast, notice: NoticeInHand): void {
  const others = cast.notices.filter(
    ({ path, posting }) => path !== notice.path || posting !== notice.posting,
  );
  cast.notices = [...others, notice];
}
