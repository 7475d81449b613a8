import { createHash } from 'node:crypto';
import type { Journey, TownCast } from './cast';
import { act } from './case-desk';
import { eachJourney, forEach } from './crowd';
import type { DemoHousehold, DemoStaff } from './demo-files';
import type { Answer } from './office';
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

export async function registerHouseholds(season: Season): Promise<void> {
  for (const cast of season.casts) {
    cast.journeys = await forEach(cast.town.households, (household) => register(season, cast, household));
  }
}

async function register({ office, year, progress }: Season, cast: TownCast, household: DemoHousehold) {
  const { code, village, name, identity, phone, memberCount, householdClass } = household;
  const townCadre = townCadreFor(cast, household);
  const villageCadre = cast.villages.find((each) => each.code === village)!.cadre;
  const body = {
    year,
    householdCode: code,
    name,
    identity,
    phone,
    memberCount,
    householdClass,
    village,
    listedOn: `${year}-01-01`,
  };
  const path = '/api/households/register';
  const registered = await office.post({ by: townCadre, path, body, again: code });
  await proposeAccount({ office }, villageCadre, registered, household);
  progress.done();
  return {
    household,
    householdId: registered.id,
    caseId: `${year}-${registered.id}`,
    villageCadre,
    townCadre,
    revision: -1,
    planIndex: 0,
    planHash: '',
    acceptance: { contentHash: '', rewardFen: 0 },
    hasProject: true,
    isDue: false,
  };
}

/** Its town cadres share a town by the households' numbers; one of 大盛镇 has taken them all. */
function townCadreFor({ town, townCadres }: TownCast, { code }: DemoHousehold): string {
  const isShared = town.code !== TOWN_STORIES.signedOneByOne;
  return townCadres[isShared ? Number(code.slice(2)) % townCadres.length : 0]!;
}

/** `bank-returned` starts with an account the bank does not know: one digit of it is another. */
async function proposeAccount(
  { office }: Pick<Season, 'office'>,
  by: string,
  registered: Answer,
  { year, name, bank, account, holderRelation }: DemoHousehold,
): Promise<void> {
  const first = year.story === 'bank-returned' ? misread(account) : account;
  const body = { account: first, holder: name, holderRelation, bank };
  const path = `/api/households/${registered.id}/propose-account`;
  await office.post({ by, path, body, revision: registered.revision });
}

function misread(account: string): string {
  return account.slice(0, -1) + String((Number(account.at(-1)) + 1) % 10);
}

export async function designateAccounts(season: Season): Promise<void> {
  await eachJourney(season, all, async ({ householdId, townCadre }) => {
    const path = `/api/households/${householdId}/designate-account`;
    await season.office.post({ by: townCadre, path, body: {}, revision: 1 });
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
