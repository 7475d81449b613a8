import { STAGES } from '@yihu/domain';
import { countCases, countReached } from './case-counts';
import { findCase, listCases, type CaseFilter } from './case-queries';
import { timelineOfCase } from './case-timeline';
import type { ReadModelDatabase } from './tables';
import { caseHistory, CLOSED, factFor, FIRST_PAID, SIGNED } from './testing/case-facts';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { record, recordAs } from './testing/record';

const CIZHU = '500112133';
const LUOQI = '500112134';

describe('questions about cases', () => {
  let folder: TestFolder;
  let database: ReadModelDatabase;

  beforeAll(async () => {
    folder = openTestFolder();
    const { store } = folder;
    record(store, 'case-2024-a', ...caseHistory('HH0003', CIZHU));
    record(store, 'case-2024-b', ...caseHistory('HH0001', CIZHU, ...SIGNED, 'CadresAssigned'));
    record(store, 'case-2024-c', ...caseHistory('HH0002', LUOQI, ...SIGNED, ...FIRST_PAID));
    record(store, 'case-2024-d', ...caseHistory('HH0010', CIZHU, ...SIGNED, 'PlanReturned'));
    record(store, 'case-2024-e', ...caseHistory('HH_%!1', LUOQI, ...SIGNED, ...FIRST_PAID, ...CLOSED));
    // Two households can never share a code, but the order must not depend on that.
    record(store, 'case-2024-f', ...caseHistory('HH0010', LUOQI, 'NoProjectConfirmed'));
    database = (await folder.follow()).models.database;
  });
  afterAll(() => folder.close());

  async function codes(filter: CaseFilter) {
    const { rows, total } = await listCases(database, filter, { limit: 50 });
    expect(total).toBe(rows.length);
    return rows.map((row) => row.householdCode);
  }

  it('lists all cases by household code', async () => {
    expect(await codes({})).toEqual(['HH0001', 'HH0002', 'HH0003', 'HH0010', 'HH0010', 'HH_%!1']);
  });

  it.each<[CaseFilter, readonly string[]]>([
    [{ stage: 'drafted' }, ['HH0003', 'HH0010']],
    [{ town: LUOQI }, ['HH0002', 'HH0010', 'HH_%!1']],
    [{ town: LUOQI, stage: 'closed' }, ['HH_%!1']],
    [{ village: `${CIZHU}v03`, stage: 'cadre-signed' }, ['HH0001']],
    [{ townCadreId: 'lan' }, ['HH0001']],
    [{ villageCadreId: 'nobody' }, []],
    [{ householdId: 'household-of-HH0002' }, ['HH0002']],
    [{ year: 2023 }, []],
    [{ text: 'hh001' }, ['HH0010', 'HH0010']],
    [{ text: '_%!' }, ['HH_%!1']],
    [{ text: '%' }, ['HH_%!1']],
  ])('lists by %j', async (filter, expected) => {
    expect(await codes(filter)).toEqual(expected);
  });

  it.each([1, 2, 4, 6])('pages by %d without leaving out or repeating a case', async (limit) => {
    const seen: string[] = [];
    let afterCaseId: string | undefined;
    do {
      const page = await listCases(database, {}, { limit, afterCaseId });
      expect(page.total).toBe(6);
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      seen.push(...page.rows.map((row) => row.caseId));
      afterCaseId = page.nextAfterCaseId;
    } while (afterCaseId !== undefined);
    expect(seen).toEqual(['2024-b', '2024-c', '2024-a', '2024-d', '2024-f', '2024-e']);
  });

  it('finds nothing behind a case that does not exist', async () => {
    expect((await listCases(database, {}, { limit: 5, afterCaseId: 'x' })).rows).toEqual([]);
    expect(await findCase(database, 'x')).toBeUndefined();
  });

  it('counts the cases of every stage, the empty ones with a zero', async () => {
    const { overall, byTown, incompleteCount } = await countCases(database);
    expect(Object.keys(overall)).toEqual([...STAGES]);
    expect(overall).toEqual({
      drafted: 2,
      'cadre-signed': 1,
      filed: 0,
      'first-tranche-paid': 1,
      accepted: 0,
      'fully-paid': 0,
      closed: 1,
      withdrawn: 0,
      terminated: 0,
      'no-project': 1,
    });
    expect(byTown[CIZHU]).toMatchObject({ drafted: 2, 'cadre-signed': 1, closed: 0 });
    expect(byTown[LUOQI]).toMatchObject({ drafted: 0, 'no-project': 1, closed: 1 });
    expect(incompleteCount).toBe(0);
    expect((await countCases(database, { town: LUOQI })).overall.drafted).toBe(0);
  });

  it('counts a returned case among those that reached a stage', async () => {
    const expected = {
      drafted: 6,
      'cadre-signed': 4,
      filed: 2,
      'first-tranche-paid': 2,
      accepted: 1,
      'fully-paid': 1,
    };
    expect(await countReached(database)).toEqual(expected);
    expect(await countReached(database, { town: CIZHU })).toMatchObject({ 'cadre-signed': 2, filed: 0 });
  });

  it('tells the events of a case with who recorded them, and goes on behind a revision', async () => {
    const { store } = folder;
    const by = { actorId: 'zhang', role: 'village-cadre', paperOn: '2024-05-07' };
    recordAs(store, 'case-2024-g', by, ...caseHistory('HH0099', CIZHU, 'PlanDrafted'));
    const { models } = await folder.follow();
    const [opened, drafted] = await timelineOfCase(models.database, '2024-g', { limit: 10 });
    expect(opened).toMatchObject({
      revision: 0,
      type: 'CaseOpened',
      stage: 'drafted',
      office: '茨竹镇人民政府',
    });
    expect(drafted).toMatchObject({ caseId: '2024-g', revision: 1, type: 'PlanDrafted', ...by });
    expect(JSON.parse(drafted!.data)).toEqual(
      factFor('PlanDrafted', { householdCode: 'HH0099', town: CIZHU, planVersion: 0 }).data,
    );
    expect(store.comparePositions(opened!.position, drafted!.position)).toBeLessThan(0);
    expect(await timelineOfCase(models.database, '2024-g', { afterRevision: 0, limit: 10 })).toEqual([
      drafted,
    ]);
    expect(await timelineOfCase(models.database, '2024-g', { limit: 1 })).toEqual([opened]);
  });
});
