import { createHash } from 'node:crypto';
import type { HouseholdListItem, ImportReport, Page } from '@yihu/api-contract';
import type { Journey, TownCast } from './cast';
import { act } from './case-desk';
import { eachJourney, eachTown, forEach } from './crowd';
import type { DemoHousehold, DemoStaff } from './demo-files';
import type { Season } from './season-of';
import { TOWN_STORIES } from './town-stories';

export async function registerStaff({ files, office, server, progress }: Season): Promise<void> {
  const [first, second] = files.staff.filter((each) => each.role === 'administrator');
  for (const each of [first!, second!]) {
    const { name, office: title, unit } = each;
    const appointed = await server.appoint({ staffId: `admin-${each.key}`, name, office: title, unit });
    office.know(each.key, appointed.staffId);
  }
  const others = files.staff.filter((each) => each.role !== 'administrator');
  await forEach(others, async (each: DemoStaff) => {
    const { key, name, office: title, unit, role, territory } = each;
    const body = { name, office: title, unit };
    const registered = await office.post({ by: first!.key, path: '/api/staff/register', body, again: key });
    const path = `/api/staff/${registered.id}/grant-role`;
    await office.post({ by: second!.key, path, body: { role, territory }, revision: registered.revision });
    office.know(key, registered.id);
    progress.done();
  });
}

export async function openProgramme(season: Season): Promise<void> {
  const { office, bureau, files } = season;
  const opened = await office.post({ by: bureau, path: '/api/programmes/open', body: files.definition });
  season.programmeRevision = opened.revision;
}

/** Gives a command about the programme. Its office does one thing after another. */
export async function govern(season: Season, by: string, command: string, body: object): Promise<void> {
  const path = `/api/programmes/${season.year}/${command}`;
  const { revision } = await season.office.post({ by, path, body, revision: season.programmeRevision });
  season.programmeRevision = revision;
}

export async function allotTowns(season: Season): Promise<void> {
  const { basisSubsidyFen, basisRewardFen } = season.files.definition.policy;
  for (const { town } of season.casts) {
    const households = town.households.length;
    const quotaFen = households * (basisSubsidyFen + basisRewardFen);
    await govern(season, season.bureau, 'allot-town', { unit: town.code, households, quotaFen });
  }
}

export async function setStandards(season: Season): Promise<void> {
  for (const standard of season.files.standards) {
    const { leader } = season.casts.find(({ town }) => town.code === standard.unit)!;
    await govern(season, leader, 'set-income-standard', standard);
  }
}

export async function closeRosters(season: Season): Promise<void> {
  for (const { town } of season.casts) {
    const codes = town.households.map((household) => household.code);
    const listHash = createHash('sha256').update(codes.join('\n')).digest('hex');
    await govern(season, season.bureau, 'close-roster', { unit: town.code, count: codes.length, listHash });
  }
}

/** Each town sends the district's roster and takes its own rows of it. */
export async function importRosters(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    const { office, year, progress } = season;
    const { code, households, roster } = cast.town;
    const by = cast.townCadres[0]!;
    const path = `/api/households/import?year=${year}&town=${code}`;
    const report = await office.upload<ImportReport>({ by, path, field: 'roster', ...roster });
    const { status, registered, problems } = report;
    if (status !== 'done' || registered !== households.length) {
      throw new Error(`the roster of ${code} is ${status}: ${JSON.stringify(problems.slice(0, 3))}`);
    }
    cast.journeys = await journeysOf(season, cast);
    for (let each = 0; each < registered; each += 1) progress.done();
  });
}

async function journeysOf({ office, year }: Season, cast: TownCast): Promise<readonly Journey[]> {
  const { code, households } = cast.town;
  const path = `/api/households?year=${year}&town=${code}&limit=200`;
  const { items } = await office.get<Page<HouseholdListItem>>(cast.townCadres[0]!, path);
  const idsByCode = new Map(items.map(({ householdCode, householdId }) => [householdCode, householdId]));
  return households.map((household) => {
    const householdId = idsByCode.get(household.code);
    if (!householdId) throw new Error(`household ${household.code} is not on the roster`);
    return {
      household,
      householdId,
      caseId: `${year}-${householdId}`,
      villageCadre: cast.villages.find((village) => village.code === household.village)!.cadre,
      townCadre: townCadreFor(cast, household),
      revision: -1,
      planIndex: 0,
      planHash: '',
      acceptance: { contentHash: '', rewardFen: 0 },
      hasProject: true,
      isDue: false,
    };
  });
}

/** Its town cadres share a town by the households' numbers; one of 大盛镇 has taken them all. */
function townCadreFor({ town, townCadres }: TownCast, { code }: DemoHousehold): string {
  const isShared = town.code !== TOWN_STORIES.signedOneByOne;
  return townCadres[isShared ? Number(code.slice(2)) % townCadres.length : 0]!;
}

/** Whoever has sent the roster proposed its accounts; the other town cadre designates them (R36). */
export async function designateAccounts(season: Season): Promise<void> {
  await eachJourney(season, all, async ({ householdId }, { townCadres }) => {
    const path = `/api/households/${householdId}/designate-account`;
    await season.office.post({ by: townCadres[1]!, path, body: {}, revision: 1 });
    season.progress.done();
  });
}

export async function openCases(season: Season): Promise<void> {
  await eachJourney(season, all, async (journey) => {
    const { householdId, townCadre } = journey;
    const body = { year: season.year, householdId };
    const post = { by: townCadre, path: '/api/cases/open', body, again: householdId };
    journey.revision = (await season.office.post(post)).revision;
    season.progress.done();
  });
}

export async function assignCadres(season: Season): Promise<void> {
  const { office } = season;
  await eachJourney(season, all, async (journey) => {
    const { villageCadre, townCadre } = journey;
    const cadres = { villageCadreId: office.idOf(villageCadre), townCadreId: office.idOf(townCadre) };
    await act(season, townCadre, journey, 'assign-cadres', { ...cadres, reason: '镇村干部抽调' });
  });
}

const all = ({ journeys }: TownCast): readonly Journey[] => journeys;
