import type { DistrictSummaryView, TownSummaryView } from '@yihu/api-contract';
import { OTHER_TOWN, TOWN, YEAR, type Person } from './cast';
import { sealSheet, signAsTown } from './money-steps';
import { must, startOffice, type Office } from './office';
import { draftPlan, openTown, signAsVillage } from './steps';

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openTown(office, 5);
});
afterAll(() => office.close());

async function rows(person: Person = 'leader'): Promise<TownSummaryView> {
  return must(await office.get<TownSummaryView>(person, `/api/summaries/${YEAR}-${TOWN}/rows`));
}

const allowed = ({ allowedActions }: TownSummaryView) =>
  allowedActions.filter((action) => action.allowed).map((action) => action.command);

async function district(person: Person): Promise<DistrictSummaryView> {
  return must(await office.get<DistrictSummaryView>(person, `/api/programmes/${YEAR}/towns`));
}

describe('a town’s summary', () => {
  it('has every case of the town before any sheet was drawn', async () => {
    await draftPlan(office, cases[4]!, 100_000);
    const view = await rows();
    expect(view).toMatchObject({
      id: `${YEAR}-${TOWN}`,
      townName: '茨竹镇',
      revision: -1,
      sheets: [],
      allottedFen: 1_500_000,
      reservedFen: 0,
      subsidySumFen: 100_000,
      modal: { subsidyFen: 100_000, sharePermille: 1000 },
      incomplete: false,
    });
    expect(view.rows.map(({ householdCode, name, stage }) => [householdCode, name, stage])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [`HH000${number}`, `演示户${number}`, 'drafted']),
    );
    expect(view.rows[4]).toMatchObject({
      memberCount: 3,
      maskedName: '演***',
      activity: 'breeding',
      items: ['脱温鸡苗'],
      subsidyFen: 100_000,
      forecastFen: 250_000,
      planVersion: 1,
      place: 'drafted.editing',
    });
    expect(view.rows[0]).toMatchObject({ items: [], planVersion: 0 });
    expect(view.rows[0]).not.toHaveProperty('contentHash');
    expect(allowed(await rows('townCadre'))).toEqual([]);
  });

  it('offers each command for the sheet that it is for, to whoever may give it', async () => {
    for (const caseId of cases.slice(0, 3)) {
      await signAsVillage(office, caseId, 200_000);
      await signAsTown(office, caseId);
    }
    const drawable = (await rows()).rows.filter((row) => row.drawable).map((row) => row.householdCode);
    expect(drawable).toEqual(['HH0001', 'HH0002', 'HH0003']);
    expect([allowed(await rows('townCadre')), allowed(await rows('leader'))]).toEqual([['draw'], []]);
    const no = await sealSheet(office, cases.slice(0, 2));
    const sealed = await rows('townCadre');
    expect(allowed(sealed)).toEqual(['draw', 'submit']);
    expect(sealed.sheets.map(({ task }) => task)).toEqual(['submit']);
    expect(sealed.rows.map((row) => [row.sheetNo, row.drawable])).toEqual([
      [no, undefined],
      [no, undefined],
      [undefined, true],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(allowed(await rows('leader'))).toEqual(['void']);
    const sealing = sealed.allowedActions.find((action) => action.command === 'seal')!;
    expect(sealing.refusals.map(({ rule }) => rule)).toContain('summary-unsealed');
    expect(sealed.modal).toEqual({ subsidyFen: 200_000, sharePermille: 750 });
  });

  it('says which plans the bureau can file', async () => {
    const path = `/api/summaries/${YEAR}-${TOWN}`;
    must(await office.post('townCadre', `${path}/submit`, { no: 1 }, { ifMatch: 1 }));
    expect(allowed(await rows('bureau'))).toEqual(['receive']);
    const receipt = { no: 1, receiptNo: '渝北备1', returned: [cases[1]] };
    must(await office.post('bureau', `${path}/receive`, receipt, { ifMatch: 2 }));
    const view = await rows('bureau');
    expect(view.rows.map((row) => row.fileable)).toEqual([true, ...Array<undefined>(4)]);
    expect(view.sheets[0]).not.toHaveProperty('task');
    expect(allowed(view)).toEqual([]);
  });

  it('leaves whoever has no project out of its sums', async () => {
    const { revision } = must(await office.get<{ revision: number }>('townCadre', `/api/cases/${cases[4]}`));
    const body = { ground: 'moved', reason: '随子女外迁' };
    const options = { ifMatch: revision };
    must(await office.post('villageCadre', `/api/cases/${cases[4]}/withdraw`, body, options));
    const view = await rows();
    expect([view.subsidySumFen, view.modal?.sharePermille, view.rows.length]).toEqual([600_000, 1000, 5]);
    expect(view.rows.map((row) => row.withoutProject)).toEqual([...Array<undefined>(4), true]);
  });

  it.each<[Person, string | undefined]>([
    ['supervisor', '演示户1'],
    ['bureau', '演示户1'],
    ['otherTownCadre', '演***'],
  ])('is read by %s, who sees %s', async (person, name) => {
    expect((await rows(person)).rows[0]!.name).toBe(name);
  });

  it('is not there for a town without an allotment', async () => {
    const path = `/api/summaries/${YEAR}-${OTHER_TOWN}/rows`;
    expect((await office.get('bureau', path)).status).toBe(404);
  });
});

describe('the district’s table', () => {
  it('has a row for each town that was allotted a quota, in the programme’s order, and all together', async () => {
    const { year, closed, towns, total } = await district('supervisor');
    expect([year, closed, towns.map((row) => row.town)]).toEqual([YEAR, false, [TOWN]]);
    expect(towns[0]).toMatchObject({
      townName: '茨竹镇',
      households: 5,
      allottedFen: 1_500_000,
      reservedFen: 600_000,
      roomFen: 900_000,
      closed: false,
      incomplete: false,
    });
    expect(towns[0]!.stages).toMatchObject({ drafted: 1, 'cadre-signed': 3, withdrawn: 1, filed: 0 });
    const { town: _town, townName: _name, closed: _closed, incomplete: _incomplete, ...figures } = towns[0]!;
    expect(total).toEqual(figures);
  });

  it('counts a case where it stands now', async () => {
    const { sheets } = await rows();
    expect(sheets[0]!.status).toBe('received');
    const seen = must(await office.get<{ revision: number }>('bureau', `/api/cases/${cases[0]}`));
    const body = { summaryNo: 1, receiptNo: '渝北备1' };
    must(await office.post('bureau', `/api/cases/${cases[0]}/file-plan`, body, { ifMatch: seen.revision }));
    expect((await district('leader')).towns[0]!.stages).toMatchObject({ 'cadre-signed': 2, filed: 1 });
  });

  it('is not there for a year without a programme', async () => {
    expect((await office.get('bureau', '/api/programmes/2023/towns')).status).toBe(404);
  });
});
