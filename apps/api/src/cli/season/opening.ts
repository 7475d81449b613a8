import { createHash } from 'node:crypto';
import { type Journey, type Season, type TownCast } from './cast';
import type { DemoHousehold, DemoStaff } from './demo-files';
import { forEach, type Answer } from './office';

/** From nothing to open cases: programme, staff, towns, households with accounts, standards, rosters. */
export async function open(season: Season): Promise<void> {
  await season.on('staffRegistered', '登记工作人员');
  await registerStaff(season);
  await season.on('programmeOpened', '开项目');
  const { definition } = season.files;
  const opened = await season.office.post({
    by: season.bureau,
    path: '/api/programmes/open',
    body: definition,
  });
  const revision = await allotTowns(season, opened.revision);
  await season.on('householdsRegistered', '登记农户');
  await eachTown(season, registerHouseholds);
  await season.on('accountsDesignated', '确认账户');
  await eachTown(season, designateAccounts);
  await setStandards(season, revision);
  await season.on('casesOpened', '名册定稿，开一户一策');
  await closeRosters(season);
  await eachTown(season, openCases);
  await season.on('cadresAssigned', '确定帮扶责任人');
  await eachTown(season, assignCadres);
}

/** One town after another: within a town the office works on many households at once. */
export async function eachTown(
  season: Season,
  work: (season: Season, cast: TownCast) => Promise<void>,
): Promise<void> {
  for (const cast of season.casts) await work(season, cast);
}

async function registerStaff({ files, office, server, done }: Season): Promise<void> {
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
    done();
  });
}

async function allotTowns({ casts, files, year, office, bureau, on }: Season, from: number): Promise<number> {
  await on('townsAllotted', '下达指标');
  const { basisSubsidyFen, basisRewardFen } = files.definition.policy;
  let revision = from;
  for (const { town } of casts) {
    const households = town.households.length;
    const quotaFen = households * (basisSubsidyFen + basisRewardFen);
    const body = { unit: town.code, households, quotaFen };
    const path = `/api/programmes/${year}/allot-town`;
    ({ revision } = await office.post({ by: bureau, path, body, again: town.code, revision }));
  }
  return revision;
}

async function setStandards({ casts, files, year, office, on }: Season, from: number): Promise<void> {
  await on('standardsSet', '定达标标准');
  let revision = from;
  for (const body of files.standards) {
    const by = casts.find(({ town }) => town.code === body.unit)!.leader;
    ({ revision } = await office.post({
      by,
      path: `/api/programmes/${year}/set-income-standard`,
      body,
      revision,
    }));
  }
}

async function closeRosters({ casts, year, office, bureau }: Season): Promise<void> {
  for (const { town } of casts) {
    const programme = await office.get<{ revision: number }>(bureau, `/api/programmes/${year}`);
    const codes = town.households.map((household) => household.code);
    const listHash = createHash('sha256').update(codes.join('\n')).digest('hex');
    const body = { unit: town.code, count: codes.length, listHash };
    const path = `/api/programmes/${year}/close-roster`;
    await office.post({ by: bureau, path, body, again: town.code, revision: programme.revision });
  }
}

async function registerHouseholds({ office, year, done }: Season, cast: TownCast): Promise<void> {
  cast.journeys = await forEach(cast.town.households, async (household: DemoHousehold) => {
    const { code, village, name, identity, phone, memberCount, householdClass } = household;
    const townCadre = cast.townCadres[Number(code.slice(2)) % cast.townCadres.length]!;
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
    const registered = await office.post({
      by: townCadre,
      path: '/api/households/register',
      body,
      again: code,
    });
    await proposeAccount({ office }, villageCadre, registered, household);
    done();
    return {
      household,
      householdId: registered.id,
      caseId: `${year}-${registered.id}`,
      villageCadre,
      townCadre,
    };
  });
}

/** `bank-returned` starts with an account the bank does not know: one digit of it is another. */
async function proposeAccount(
  { office }: Pick<Season, 'office'>,
  by: string,
  registered: Answer,
  { plan, name, bank, account, holderRelation }: DemoHousehold,
): Promise<void> {
  const first = plan.story === 'bank-returned' ? misread(account) : account;
  const body = { account: first, holder: name, holderRelation, bank };
  const path = `/api/households/${registered.id}/propose-account`;
  await office.post({ by, path, body, revision: registered.revision });
}

export function misread(account: string): string {
  return account.slice(0, -1) + String((Number(account.at(-1)) + 1) % 10);
}

async function designateAccounts({ office, done }: Season, cast: TownCast): Promise<void> {
  await forEach(cast.journeys, async ({ householdId, townCadre }: Journey) => {
    const path = `/api/households/${householdId}/designate-account`;
    await office.post({ by: townCadre, path, body: {}, revision: 1 });
    done();
  });
}

async function openCases({ office, year, done }: Season, cast: TownCast): Promise<void> {
  await forEach(cast.journeys, async ({ householdId, townCadre }) => {
    const body = { year, householdId };
    await office.post({ by: townCadre, path: '/api/cases/open', body, again: householdId });
    done();
  });
}

async function assignCadres({ office, done }: Season, cast: TownCast): Promise<void> {
  await forEach(cast.journeys, async ({ caseId, villageCadre, townCadre }) => {
    const cadres = { villageCadreId: office.idOf(villageCadre), townCadreId: office.idOf(townCadre) };
    const body = { ...cadres, reason: '镇村干部抽调' };
    await office.post({ by: townCadre, path: `/api/cases/${caseId}/assign-cadres`, body, revision: 0 });
    done();
  });
}
