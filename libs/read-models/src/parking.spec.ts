import { ledgerFact } from '@yihu/domain';
import { countCases } from './case-counts';
import { findCase, listCases } from './case-queries';
import { findHousehold } from './households';
import { listParkedStreams } from './parked-streams';
import { caseHistory, CLOSED, FIRST_PAID, SIGNED } from './testing/case-facts';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { record } from './testing/record';
import { findTownLedger } from './town-ledger';
import { tranchesOfCase } from './tranche-ledger';

const poison = { type: 'SomethingNobodyKnows', data: {} };
const late = { type: 'CaseClosed', data: { archiveHash: 'hash', noticeRefs: [] } };

describe('an event that cannot be projected (F14)', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  it('parks its stream, is named, and leaves every other stream alone', async () => {
    for (let number = 0; number < 30; number += 1) {
      const facts = caseHistory(`HH${number}`, 't', ...SIGNED, ...FIRST_PAID, ...CLOSED);
      record(
        folder.store,
        `case-${number}`,
        ...facts.slice(0, 5),
        ...(number === 7 ? [poison] : []),
        ...facts.slice(5),
      );
    }
    const { models, projector, errors } = await folder.follow();
    expect(errors).toEqual([]);
    expect(await listParkedStreams(models.database)).toEqual([
      {
        stream: 'case-7',
        kind: 'case',
        subjectId: '7',
        firstRevision: 5,
        lastRevision: 15,
        eventCount: 11,
        eventType: 'SomethingNobodyKnows',
        position: expect.any(String),
        recordedAt: expect.stringMatching(/^2024-/),
        error: 'CorruptHistory: a case cannot take SomethingNobodyKnows in cadre-signed',
      },
    ]);
    const { rows, total, incompleteCount } = await listCases(models.database, {}, { limit: 50 });
    expect([total, incompleteCount]).toEqual([30, 1]);
    for (const row of rows) {
      const stands = row.caseId === '7';
      expect(row).toMatchObject({ stage: stands ? 'cadre-signed' : 'closed', incomplete: stands ? 1 : 0 });
    }
    expect((await countCases(models.database)).incompleteCount).toBe(1);
    expect((await countCases(models.database, { stage: 'closed' })).incompleteCount).toBe(0);
    expect(await projector.waitFor('case-7', 15, 60_000)).toBe(false);
  });

  it('counts the events that are held back, also after a restart', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't'), poison);
    const { projector, models } = await folder.follow();
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED).slice(1));
    record(folder.store, 'case-b', ...caseHistory('HH0002', 't'));
    await projector.waitFor('case-b', 0, 5000);
    expect(await listParkedStreams(models.database)).toMatchObject([
      { firstRevision: 1, lastRevision: 5, eventCount: 5 },
    ]);
    const again = await folder.follow();
    expect(await listParkedStreams(again.models.database)).toMatchObject([
      { firstRevision: 1, eventCount: 5 },
    ]);
  });

  it('makes every total incomplete when the case has no row yet', async () => {
    record(folder.store, 'case-a', late);
    const { models } = await folder.follow();
    expect(await findCase(models.database, 'a')).toBeUndefined();
    expect((await countCases(models.database, { town: 'any' })).incompleteCount).toBe(1);
  });

  it('answers those who already wait for the stream', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
    const { projector } = await folder.follow();
    const waiting = projector.waitFor('case-a', 1, 60_000);
    record(folder.store, 'case-a', poison);
    expect(await waiting).toBe(false);
  });

  it('takes back what one model had changed when the next one fails', async () => {
    const quota = { year: 2024, unit: 't', amountFen: 10, subsidyLineFen: 10, rewardLineFen: 0 };
    const unowed = {
      caseId: 'a',
      tranche: 1,
      seq: 1,
      subsidyFen: 5,
      rewardFen: 0,
      attempt: 1,
      valueOn: '2024-07-01',
    } as const;
    // The town's sums would take this payment, but no such tranche was ever authorised.
    record(folder.store, 'ledger-t', ledgerFact('QuotaAllotted', quota), ledgerFact('TranchePaid', unowed));
    const { models } = await folder.follow();
    expect(await findTownLedger(models.database, 't')).toMatchObject({
      paidFirstFen: 0,
      revision: 0,
      incomplete: 1,
    });
    expect(await tranchesOfCase(models.database, 'a')).toEqual([]);
  });

  it.each([
    ['a missing field', { memberCount: undefined }],
    ['a wrong type', { year: '2024' }],
    ['a fraction', { memberCount: 1.5 }],
    ['an object', { name: { clear: 'text' } }],
  ])('is one whose row could not be stored: %s', async (_what, wrong) => {
    const data = {
      year: 2024,
      householdCode: 'HH0001',
      name: 'sealed:name',
      phone: 'sealed:phone',
      memberCount: 4,
      householdClass: 'unstable',
      town: 't',
      village: 'v',
    };
    const wrongData = JSON.parse(JSON.stringify({ ...data, ...wrong })) as object;
    record(folder.store, 'household-1', { type: 'HouseholdRegistered', data: wrongData });
    record(folder.store, 'household-2', { type: 'HouseholdRegistered', data });
    const { models, errors } = await folder.follow();
    expect(errors).toEqual([]);
    expect(await listParkedStreams(models.database)).toMatchObject([
      { stream: 'household-1', error: expect.stringMatching(/^BadRow: households\.\w+ must be/) },
    ]);
    expect(await findHousehold(models.database, '2')).toMatchObject({ householdCode: 'HH0001' });
  });

  describe('retryParked', () => {
    it('goes on from the event that failed once the reason is gone', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      const { models, projector } = await folder.follow();
      models.writer.exec("update case_list set place = 'nowhere'");
      const again = await folder.follow();
      const last = record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED).slice(1));
      expect(await again.projector.waitFor('case-a', last, 5000)).toBe(false);
      expect(await again.projector.retryParked()).toMatchObject({
        released: [],
        parked: [{ stream: 'case-a', eventCount: 4 }],
      });

      again.models.writer.exec("update case_list set place = 'drafted.editing'");
      expect(await again.projector.retryParked()).toEqual({ released: ['case-a'], parked: [] });
      expect(await findCase(again.models.database, 'a')).toMatchObject({
        stage: 'cadre-signed',
        incomplete: 0,
      });
      expect(await again.projector.waitFor('case-a', last, 0)).toBe(true);
      expect(projector.stats().state).toBe('stopped');

      const next = record(folder.store, 'case-a', ...caseHistory('HH0001', 't', 'PlanFiled').slice(1));
      expect(await again.projector.waitFor('case-a', next, 5000)).toBe(true);
    });

    it('is done at the start, as after a corrected program', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      const first = await folder.follow();
      first.models.writer.exec("update case_list set place = 'nowhere'");
      const second = await folder.follow();
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED).slice(1));
      await second.projector.waitFor('case-a', 4, 5000);
      second.models.writer.exec("update case_list set place = 'drafted.editing'");
      const third = await folder.follow();
      expect(await listParkedStreams(third.models.database)).toEqual([]);
      expect(await findCase(third.models.database, 'a')).toMatchObject({ stage: 'cadre-signed' });
    });

    it('does not lose what is recorded meanwhile', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      await (await folder.follow()).stop();
      const models = folder.openModels();
      models.writer.exec("update case_list set place = 'nowhere'");
      const { models: followed, projector } = await folder.follow();
      const facts = caseHistory('HH0001', 't', ...SIGNED, ...FIRST_PAID, ...CLOSED).slice(1);
      record(folder.store, 'case-a', facts[0]!);
      await projector.waitFor('case-a', 1, 5000);
      followed.writer.exec("update case_list set place = 'drafted.editing'");
      const retrying = projector.retryParked();
      for (const fact of facts.slice(1)) record(folder.store, 'case-a', fact);
      await retrying;
      expect(await projector.waitFor('case-a', facts.length, 5000)).toBe(true);
      expect(await findCase(followed.database, 'a')).toMatchObject({ stage: 'closed' });
    });
  });
});
