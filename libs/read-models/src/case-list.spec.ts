import { fold } from '@yihu/workflow';
import { caseWorkflow, currentPlan, filedPlan, type CaseFacts } from '@yihu/domain';
import fc from 'fast-check';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { caseHistory, factFor, FIRST_PAID, SIGNED } from './testing/case-facts';
import { propertyRuns } from './testing/properties';
import { legalHistories } from './testing/random-history';
import { record, recordAs } from './testing/record';
import { findCase } from './case-queries';
import { timelineOfCase } from './case-timeline';

const CASE = '2024-b8f4c521-df14-4f0e-9d0a-2f6f4f0f9a10';
const TOWN = '500112133';
/** The stages in which the filed version governs. */
const IN_FORCE = ['filed', 'first-tranche-paid', 'accepted', 'fully-paid', 'closed'];

describe('the case list', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  async function rowAfter(...types: readonly (keyof CaseFacts)[]) {
    record(folder.store, `case-${CASE}`, ...caseHistory('HH0001', TOWN, ...types));
    const { models } = await folder.follow();
    return findCase(models.database, CASE);
  }

  it('opens a row with the case', async () => {
    expect(await rowAfter('CadresAssigned')).toMatchObject({
      caseId: CASE,
      householdId: 'household-of-HH0001',
      householdCode: 'HH0001',
      year: 2024,
      town: TOWN,
      village: `${TOWN}v03`,
      householdClass: 'unstable',
      stage: 'drafted',
      place: 'drafted.editing',
      planVersion: 0,
      villageCadreId: 'zhang',
      townCadreId: 'lan',
      frozen: 0,
      receiptNo: null,
      revision: 1,
      incomplete: 0,
    });
  });

  it('takes stage and place from the machine, and the amounts from the plan', async () => {
    expect(await rowAfter(...SIGNED, ...FIRST_PAID)).toMatchObject({
      stage: 'first-tranche-paid',
      place: 'in-force{amendment.none progress.first-tranche-paid.building}',
      planVersion: 1,
      subsidyFen: 200_001,
      rewardFen: 60_000,
      receiptNo: 'B-001',
    });
  });

  it('keeps when a stage was first entered, though the case went back', async () => {
    record(folder.store, `case-${CASE}`, ...caseHistory('HH0001', TOWN, ...SIGNED));
    const { models, projector } = await folder.follow();
    const before = await findCase(models.database, CASE);
    const last = record(
      folder.store,
      `case-${CASE}`,
      ...caseHistory('HH0001', TOWN, 'PlanReturned', ...SIGNED).slice(1),
    );
    expect(await projector.waitFor(`case-${CASE}`, last, 5000)).toBe(true);
    const after = await findCase(models.database, CASE);
    expect(after?.updatedAt).not.toBe(before?.updatedAt);
    expect(after?.reachedCadreSigned).toBe(before?.reachedCadreSigned);
    expect(after).toMatchObject({ stage: 'cadre-signed', reachedFiled: null });
  });

  it('counts an amendment only once it is filed (R24)', async () => {
    const drafted = await rowAfter(...SIGNED, ...FIRST_PAID, 'AmendmentDrafted');
    expect(drafted).toMatchObject({
      planVersion: 1,
      subsidyFen: 200_001,
      amendmentVersion: 2,
      amendmentSubsidyFen: 200_002,
    });
    const story = { householdCode: 'HH0001', town: TOWN, planVersion: 2 };
    const rest = [
      'AmendmentHouseholdSigned',
      'AmendmentVillageCadreSigned',
      'AmendmentTownCadreSigned',
      'AmendmentFiled',
    ] as const;
    record(folder.store, `case-${CASE}`, ...rest.map((type) => factFor(type, story)));
    const { models } = await folder.follow();
    expect(await findCase(models.database, CASE)).toMatchObject({
      planVersion: 2,
      subsidyFen: 200_002,
      amendmentVersion: null,
      receiptNo: 'B-002',
    });
  });

  it('forgets a dropped amendment, and the receipt of a returned filing', async () => {
    expect(
      await rowAfter(...SIGNED, 'PlanFiled', 'AmendmentDrafted', 'AmendmentDropped', 'FilingReturned'),
    ).toMatchObject({ stage: 'drafted', amendmentVersion: null, receiptNo: null, planVersion: 1 });
  });

  it('stays frozen until every ground is lifted', async () => {
    const stream = `case-${CASE}`;
    record(folder.store, stream, ...caseHistory('HH0001', TOWN, 'CaseFrozen'));
    record(folder.store, stream, { type: 'CaseFrozen', data: { ground: 'death', reference: 'paper' } });
    const last = record(folder.store, stream, {
      type: 'CaseUnfrozen',
      data: { ground: 'objection', outcome: 'none' },
    });
    const { models, projector } = await folder.follow();
    expect(await findCase(models.database, CASE)).toMatchObject({ frozen: 1, frozenGrounds: '["death"]' });
    record(folder.store, stream, { type: 'CaseUnfrozen', data: { ground: 'death', outcome: 'error' } });
    await projector.waitFor(stream, last + 1, 5000);
    expect(await findCase(models.database, CASE)).toMatchObject({ frozen: 0, frozenGrounds: '[]' });
  });

  it('moves with the household', async () => {
    expect(await rowAfter('CaseTransferred')).toMatchObject({ town: '500112134', village: '500112134v01' });
  });

  it('takes the time from the store and not from the paper', async () => {
    recordAs(
      folder.store,
      `case-${CASE}`,
      { recordedAt: '2024-06-01T01:00:00.000Z', paperOn: '2024-05-01' },
      ...caseHistory('HH0001', TOWN),
    );
    const { models } = await folder.follow();
    expect(await findCase(models.database, CASE)).toMatchObject({
      updatedAt: '2024-06-01T01:00:00.000Z',
      reachedDrafted: '2024-06-01T01:00:00.000Z',
    });
  });

  it('agrees with the domain over random legal histories', async () => {
    const { models, projector } = await folder.follow();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(legalHistories('HH0001', TOWN), async (facts) => {
        const caseId = `2024-random-${(count += 1)}`;
        await projector.waitFor(`case-${caseId}`, record(folder.store, `case-${caseId}`, ...facts), 5000);
        const { events } = await folder.store.read(`case-${caseId}`);
        const history = events as unknown as Parameters<typeof fold>[1];
        const row = (await findCase(models.database, caseId))!;
        const { node, stage, data, revision } = fold(caseWorkflow, history);
        expect(row).toMatchObject({
          stage,
          place: node!.key,
          revision,
          town: data.town,
          village: data.village,
        });
        expect(row.frozen === 1).toBe(data.freezes.length > 0);
        expect(row.receiptNo ?? '').toBe(data.receiptNo);
        const governing = IN_FORCE.includes(stage) ? filedPlan(data) : currentPlan(data);
        const amended = history.some(({ type }) => type === 'AmendmentDrafted');
        if (IN_FORCE.includes(stage) || !amended) {
          expect([row.planVersion, row.subsidyFen]).toEqual([
            governing?.planVersion ?? 0,
            governing?.subsidyFen ?? 0,
          ]);
        }

        const stages = history.map((_fact, index) => fold(caseWorkflow, history.slice(0, index + 1)).stage);
        const timeline = await timelineOfCase(models.database, caseId, { limit: 100 });
        expect(timeline.map((each) => each.stage)).toEqual(stages);
        const firstTime = (wanted: string) => history[stages.indexOf(wanted)]?.metadata.recordedAt ?? null;
        expect([row.reachedDrafted, row.reachedCadreSigned, row.reachedFiled]).toEqual(
          ['drafted', 'cadre-signed', 'filed'].map(firstTime),
        );
        expect([row.reachedFirstTranchePaid, row.reachedAccepted, row.reachedFullyPaid]).toEqual(
          ['first-tranche-paid', 'accepted', 'fully-paid'].map(firstTime),
        );
      }),
      propertyRuns(100),
    );
  });
});
