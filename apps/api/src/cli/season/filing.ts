import { withProject, type Season, type TownCast } from './cast';
import { forEach } from './office';
import { eachTown } from './opening';
import { photo } from './photos';
import { look, postBatch } from './planning';

/** F2 drawn, sealed and submitted; notices hung; plans filed by the bureau. */
export async function file(season: Season): Promise<void> {
  await season.on('summariesSealed', '镇领导签字盖章，报送汇总表');
  await eachTown(season, sealAndSubmit);
  await season.on('planNoticesPosted', '张贴计划公示');
  await eachTown(season, (each, cast) => postNotices(each, cast, 'plan', 'planNoticesPosted'));
  await season.on('planNoticesCompleted', '计划公示期满');
  await eachTown(season, (each, cast) => completeNotices(each, cast, 'plan', 'planNoticesCompleted'));
  await season.on('plansFiled', '区乡村振兴局备案');
  await eachTown(season, receiveAndFile);
}

interface SummaryScreen {
  readonly revision: number;
  readonly sheets: readonly { readonly no: number; readonly hash: string; readonly status: string }[];
}

const summaryPath = ({ year }: Season, { town }: TownCast) => `/api/summaries/${year}-${town.code}`;

async function sealAndSubmit(season: Season, cast: TownCast): Promise<void> {
  if (withProject(cast).length === 0) return;
  const { office, year } = season;
  const caseIds = withProject(cast).map((journey) => journey.caseId);
  const townCadre = cast.townCadres[0]!;
  const draw = {
    by: townCadre,
    path: '/api/summaries/draw',
    body: { year, town: cast.town.code, caseIds },
    again: cast.town.code,
  };
  const drawn = await office.post(draw);
  const { sheets } = await office.get<SummaryScreen>(cast.leader, summaryPath(season, cast));
  const { no, hash } = sheets.at(-1)!;
  const seal = { no, hash, method: 'paper', sealPhoto: photo(`${cast.town.code} seal`) };
  const sealed = await office.post({
    by: cast.leader,
    path: `${summaryPath(season, cast)}/seal`,
    body: seal,
    revision: drawn.revision,
  });
  await office.post({
    by: townCadre,
    path: `${summaryPath(season, cast)}/submit`,
    body: { no },
    revision: sealed.revision,
  });
}

async function receiveAndFile(season: Season, cast: TownCast): Promise<void> {
  if (withProject(cast).length === 0) return;
  const { office, bureau, year } = season;
  const { sheets, revision } = await office.get<SummaryScreen>(bureau, summaryPath(season, cast));
  const { no } = sheets.at(-1)!;
  const receiptNo = `演示渝北乡振备${year}-${cast.town.code.slice(-3)}-${no}`;
  await office.post({
    by: bureau,
    path: `${summaryPath(season, cast)}/receive`,
    body: { no, receiptNo, returned: [] },
    revision,
  });
  const items = await forEach(withProject(cast), async ({ caseId }) => {
    const screen = await look(season, bureau, caseId);
    return { caseId, revision: screen.revision, summaryNo: no, receiptNo };
  });
  await postBatch(season, bureau, '/api/cases/file-plan', items);
}

/** Two levels hang their own notice: each village its households, the town all of them (R32). */
function noticesOf({ year }: Season, cast: TownCast, kind: string) {
  const journeys = withProject(cast);
  const villages = cast.villages.map(({ code, cadre }) => ({
    unit: code,
    by: cadre,
    caseIds: journeys.filter((each) => each.household.village === code).map((each) => each.caseId),
  }));
  const town = {
    unit: cast.town.code,
    by: cast.townCadres[0]!,
    caseIds: journeys.map((each) => each.caseId),
  };
  return [...villages, town]
    .filter(({ caseIds }) => caseIds.length > 0)
    .map((notice) => ({ ...notice, path: `/api/notices/${year}-${notice.unit}-${kind}` }));
}

export async function postNotices(season: Season, cast: TownCast, kind: string, day: string): Promise<void> {
  const { office, year, files, done } = season;
  await forEach(noticesOf(season, cast, kind), async ({ unit, by, caseIds, path }) => {
    const postedOn = files.calendar[day]!;
    const body = { year, unit, kind, place: '公示栏', postedOn, caseIds };
    const posted = await office.post({ by, path: '/api/notices/post', body, again: `${unit} ${kind}` });
    const start = { posting: 1, which: 'start', hash: photo(`${path} start`), takenOn: postedOn };
    await office.post({
      by,
      path: `${path}/add-photo`,
      body: start,
      again: 'start',
      revision: posted.revision,
    });
    done();
  });
}

export async function completeNotices(
  season: Season,
  cast: TownCast,
  kind: string,
  until: string,
): Promise<void> {
  const { office, files, done } = season;
  await forEach(noticesOf(season, cast, kind), async ({ by, path }) => {
    const end = { posting: 1, which: 'end', hash: photo(`${path} end`), takenOn: files.calendar[until]! };
    const added = await office.post({ by, path: `${path}/add-photo`, body: end, again: 'end', revision: 1 });
    await office.post({ by, path: `${path}/complete`, body: { posting: 1 }, revision: added.revision });
    done();
  });
}

export async function filePhotos(season: Season, cast: TownCast): Promise<void> {
  const { office, bureau, done } = season;
  await forEach(noticesOf(season, cast, 'result'), async ({ unit, path }) => {
    const sent = await office.post({
      by: cast.townCadres[0]!,
      path: `${path}/file-photos`,
      body: {},
      revision: 3,
    });
    const body = { receiptNo: `演示照${unit}` };
    await office.post({ by: bureau, path: `${path}/receive-photos`, body, revision: sent.revision });
    done();
  });
}
