import { withProject, type Journey, type NoticeInHand, type TownCast } from './cast';
import { eachTown } from './crowd';
import { forEach } from './office';
import { photo } from './photos';
import type { Season } from './season-of';

type Kind = NoticeInHand['kind'];

export function postPlanNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, withProject(cast), 'plan'));
}

export function postResultNotices(season: Season): Promise<void> {
  return eachTown(season, (cast) => postNotices(season, cast, withProject(cast), 'result'));
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

async function post(
  { office, year, clock, progress }: Season,
  cast: TownCast,
  notice: ToPost,
): Promise<void> {
  const { unit, by, kind, journeys } = notice;
  const path = `/api/notices/${year}-${unit}-${kind}`;
  const known = cast.notices.find((each) => each.path === path);
  const posting = (known?.posting ?? 0) + 1;
  const postedOn = clock.today;
  const caseIds = journeys.map(({ caseId }) => caseId);
  const posted = await office.post({
    by,
    path: '/api/notices/post',
    body: { year, unit, kind, place: '公示栏', postedOn, caseIds },
    again: `${path} ${posting}`,
    ...(known && { revision: known.revision }),
  });
  const start = { posting, which: 'start', hash: photo(`${path} ${posting} start`), takenOn: postedOn };
  const added = await office.post({ by, path: `${path}/add-photo`, body: start, revision: posted.revision });
  keep(cast, { ...notice, path, posting, hangs: true, revision: added.revision });
  progress.done();
}

/** What has hung long enough is photographed once more and taken down. */
export async function completeNotices(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    const hanging = cast.notices.filter(({ hangs }) => hangs);
    await forEach(hanging, (notice) => complete(season, cast, notice));
  });
}

async function complete(
  { office, clock, progress }: Season,
  cast: TownCast,
  notice: NoticeInHand,
): Promise<void> {
  const { by, path, posting, revision } = notice;
  const end = { posting, which: 'end', hash: photo(`${path} ${posting} end`), takenOn: clock.today };
  const added = await office.post({ by, path: `${path}/add-photo`, body: end, revision });
  const down = { by, path: `${path}/complete`, body: { posting }, revision: added.revision };
  const completed = await office.post(down);
  keep(cast, { ...notice, hangs: false, revision: completed.revision });
  progress.done();
}

/** The photos of the result notices go to the bureau, which confirms them. */
export async function filePhotos(season: Season): Promise<void> {
  const { office, bureau, progress } = season;
  await eachTown(season, async (cast) => {
    const results = cast.notices.filter(({ kind, hangs }) => kind === 'result' && !hangs);
    await forEach(results, async ({ unit, path, revision }) => {
      const by = cast.townCadres[0]!;
      const sent = await office.post({ by, path: `${path}/file-photos`, body: {}, revision });
      const body = { receiptNo: `演示照${unit}` };
      await office.post({ by: bureau, path: `${path}/receive-photos`, body, revision: sent.revision });
      progress.done();
    });
  });
}

function keep(cast: TownCast, notice: NoticeInHand): void {
  cast.notices = [...cast.notices.filter(({ path }) => path !== notice.path), notice];
}
