import { caseWorkflow, dayInShanghai, ENDINGS, type Role, type Stage } from '@yihu/domain';
import { caseIdOf, leg, LEDGER, ON, POLICY, TOWN, VILLAGE, type Desk } from '@yihu/domain/testing';
import type { Node } from '@yihu/workflow';
import type { CaseRow } from './case-list';
import { undrafted } from './case-changes';
import { findCaseWaiting } from './case-waiting';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { playOffice, type PlayedOffice } from './testing/played-office';
import { waitingOf } from './worklist';
import { listDone, listTodo, type WorklistFilter } from './worklist-query';
import type { DuePolicy } from './worklist-due';

const PEOPLE: Readonly<Record<string, { readonly role: Role; readonly territory: string }>> = {
  V1: { role: 'village-cadre', territory: VILLAGE },
  V2: { role: 'village-cadre', territory: '500112140v02' },
  T1: { role: 'town-cadre', territory: TOWN },
  T2: { role: 'town-cadre', territory: TOWN },
  L1: { role: 'town-leader', territory: TOWN },
  N1: { role: 'town-finance', territory: TOWN },
  N2: { role: 'town-finance', territory: TOWN },
  B1: { role: 'bureau', territory: '500112' },
  X1: { role: 'town-cadre', territory: '500112133' },
  S1: { role: 'supervisor', territory: '500112' },
};

const policy: DuePolicy = {
  year: 2024,
  version: 1,
  isNewest: true,
  lastDays: POLICY.deadlines,
  stepDays: {},
};

let folder: TestFolder;
let office: PlayedOffice;

beforeEach(async () => {
  folder = openTestFolder();
  office = await playOffice(folder, { households: 3 });
});
afterEach(() => folder.close());

function questionOf(person: string, today: string, filter: WorklistFilter = {}) {
  const reader = { staffId: person, grants: [PEOPLE[person]!] };
  return { reader, today, noticeBeforeSecond: [], policies: [policy], filter, limit: 50 };
}

async function todoOf(person: string, at: string) {
  const { models } = office.followed;
  return listTodo(models.database, questionOf(person, dayInShanghai(at)));
}

/** What everyone has to do, by person: the task, the subject's id and how many it holds. */
async function todo(at: string): Promise<Readonly<Record<string, readonly (readonly unknown[])[]>>> {
  const found: Record<string, (readonly unknown[])[]> = {};
  for (const person of Object.keys(PEOPLE)) {
    const { tasksShown } = await todoOf(person, at);
    if (tasksShown.length > 0)
      found[person] = tasksShown.map(({ task, subjectId, count }) => [task, subjectId, count]);
  }
  return found;
}

const [first, second] = [caseIdOf(1), caseIdOf(2)];
const plan = `2024-${VILLAGE}-plan`;
const townPlan = `2024-${TOWN}-plan`;

describe('everyone has the next step of each thing to do', () => {
  it('from the roster to the town’s signature', async () => {
    const caseId = first;
    await office.play((desk) => {
      desk.do('openCase', caseId, { by: 'T2', at: ON.roster, input: { year: 2024, householdId: 'h1' } });
    });
    expect(await todo(ON.roster)).toEqual({
      T1: [['assign-cadres', caseId, 1]],
      T2: [['assign-cadres', caseId, 1]],
    });
    const cadres = { villageCadreId: 'V1', townCadreId: 'T1', reason: '抽调' };
    await office.play((desk) => desk.do('assignCadres', caseId, { by: 'T2', at: ON.roster, input: cadres }));
    expect(await todo(ON.draft)).toEqual({ V1: [['draft-plan', caseId, 1]] });
    await office.play((desk) => leg.draft(desk, caseId));
    expect(await todo(ON.draft)).toEqual({ V1: [['sign-as-household', caseId, 1]] });
    await office.play((desk) => leg.signAsHousehold(desk, caseId));
    expect(await todo(ON.draft)).toEqual({ V1: [['sign-as-village', caseId, 1]] });
    await office.play((desk) => leg.signAsVillage(desk, caseId));
    expect(await todo(ON.town)).toEqual({ T1: [['sign-as-town', caseId, 1]] });
    const back = { reasonCode: 'amounts', fields: ['lines'], text: 'sealed.text' };
    await office.play((desk) => desk.do('returnPlan', caseId, { by: 'T1', at: ON.town, input: back }));
    expect((await todoOf('V1', ON.town)).tasksShown).toMatchObject([
      { task: 'draft-plan', reason: 'returned' },
    ]);
    await office.play((desk) => {
      leg.draft(desk, caseId);
      leg.signAsHousehold(desk, caseId);
    });
    expect((await todoOf('V1', ON.town)).tasksShown).toMatchObject([
      { task: 'sign-as-village', reason: 'resubmitted', planVersion: 2 },
    ]);
  });

  it('from the summary to the bureau’s receipt', async () => {
    await office.play((desk) => {
      leg.toCadreSigned(desk, 1);
      leg.toCadreSigned(desk, 2);
    });
    const draw = ['draw', LEDGER, 2];
    expect(await todo(ON.seal)).toEqual({ T1: [draw], T2: [draw] });
    const input = { year: 2024, town: TOWN, caseIds: [first] };
    await office.play((desk) => desk.do('drawSummary', LEDGER, { by: 'T1', at: ON.seal, input }));
    expect(await todo(ON.seal)).toEqual({
      L1: [['seal', LEDGER, 1]],
      T1: [['draw', LEDGER, 1]],
      T2: [['draw', LEDGER, 1]],
    });
    expect((await todoOf('T1', ON.seal)).tasksShown).toMatchObject([{ revision: 0, amountFen: 152_000 }]);
    await office.play((desk) =>
      desk.do('voidSummary', LEDGER, { by: 'L1', at: ON.seal, input: { no: 1, reason: 'x' } }),
    );
    expect(await todo(ON.seal)).toEqual({ T1: [draw], T2: [draw] });

    await office.play((desk) => void leg.seal(desk, first, second));
    const post = { V1: [['post', plan, 2]], T1: ['post', townPlan, 2], T2: ['post', townPlan, 2] };
    expect(await todo(ON.seal)).toEqual({
      V1: post.V1,
      T1: [post.T1, ['submit', LEDGER, 2]],
      T2: [post.T2, ['submit', LEDGER, 2]],
    });
    await office.play((desk) => {
      desk.do('submitSummary', LEDGER, { by: 'T1', at: ON.seal, input: { no: 2 } });
    });
    expect((await todo(ON.seal))['B1']).toEqual([['receive', LEDGER, 2]]);
    await office.play((desk) => {
      const receipt = { no: 2, receiptNo: 'R-1', returned: [second] };
      desk.do('receiveSummary', LEDGER, { by: 'B1', at: ON.filed, input: receipt });
    });
    expect((await todo(ON.filed))['B1']).toEqual([
      ['file-plan', first, 1],
      ['return-filing', second, 1],
    ]);
    const { database } = office.followed.models;
    expect(await findCaseWaiting(database, first, null)).toMatchObject({
      task: 'file-plan',
      since: ON.filed,
    });
  });

  it('from the notice to the bank', async () => {
    await office.play((desk) => void leg.toCadreSigned(desk, 1));
    await office.play((desk) => leg.receive(desk, leg.seal(desk, first)));
    const filing = { summaryNo: 1, receiptNo: '渝北备1' };
    await office.play((desk) => desk.do('filePlan', first, { by: 'B1', at: ON.filed, input: filing }));
    expect(await todo(ON.filed)).toEqual({
      V1: [['post', plan, 1]],
      T1: [['post', townPlan, 1]],
      T2: [['post', townPlan, 1]],
    });
    const waitsFor = async () => {
      const { task, role, since } = (await findCaseWaiting(office.followed.models.database, first, null))!;
      return [task, role, since];
    };
    expect(await waitsFor()).toEqual(['post', 'village-cadre', ON.filed]);
    const posting = { year: 2024, unit: VILLAGE, kind: 'plan', place: '公示栏', caseIds: [first] };
    await office.play((desk) => {
      const input = { ...posting, postedOn: '2024-04-10' };
      desk.do('postNotice', plan, { by: 'V1', at: ON.filed, input });
    });
    expect((await todo(ON.filed))['V1']).toEqual([['add-photo', plan, 1]]);
    const photo = { posting: 1, which: 'start', hash: 'photo', takenOn: '2024-04-10' };
    await office.play((desk) => desk.do('addNoticePhoto', plan, { by: 'V1', at: ON.filed, input: photo }));
    // The posting day does not count, so the seven days end with the 17th, of which the last photo is taken.
    expect((await todo('2024-04-16T15:59:59.999Z'))['V1']).toBeUndefined();
    expect((await todoOf('V1', '2024-04-16T16:00:00.000Z')).tasksShown).toMatchObject([
      { task: 'add-photo', since: '2024-04-16T16:00:00.000Z', dueGroup: 'later' },
    ]);
    const over = '2024-04-18T02:00:00.000Z';
    await office.play((desk) => {
      const input = { ...photo, which: 'end', hash: 'other', takenOn: '2024-04-17' };
      desk.do('addNoticePhoto', plan, { by: 'V1', at: '2024-04-17T09:00:00.000Z', input });
    });
    expect((await todo('2024-04-17T15:59:59.999Z'))['V1']).toBeUndefined();
    expect((await todo(over))['V1']).toEqual([['complete', plan, 1]]);
    expect(await waitsFor()).toEqual(['complete', 'village-cadre', '2024-04-17T16:00:00.000Z']);
    expect((await todo(over))['N1']).toBeUndefined();
    await office.play((desk) =>
      desk.do('completeNotice', plan, { by: 'V1', at: over, input: { posting: 1 } }),
    );
    expect(await waitsFor()).toEqual(['post', 'town-cadre', ON.filed]);
    await office.play((desk) => {
      leg.notice(desk, 'plan', over, ON.drawn, first);
    });
    const draw = ['draw', `${LEDGER}-1`, 1];
    expect(await waitsFor()).toEqual(['draw', 'town-finance', ON.filed]);
    expect(await todo(ON.drawn)).toEqual({ N1: [draw], N2: [draw] });
    expect((await todoOf('N1', ON.drawn)).tasksShown).toMatchObject([{ amountFen: 76_000, rewardFen: 0 }]);

    await office.play((desk) => leg.draw(desk, 1, 'p1', first));
    expect(await todo(ON.drawn)).toEqual({ N2: [['approve', 'p1', 1]] });
    const { database } = office.followed.models;
    expect(await findCaseWaiting(database, first, 'p1')).toMatchObject({
      task: 'approve',
      role: 'town-finance',
    });
    await office.play((desk) => void leg.release(desk, 'p1', ON.paid));
    const results = ['import-results', 'p1', 1];
    expect(await todo(ON.paid)).toEqual({ N1: [results], N2: [results] });
  });

  it('from the first tranche to the archive', async () => {
    await office.play((desk) => void leg.toFirstTranchePaid(desk, 1));
    expect(await todo(ON.built)).toEqual({ V1: [['report-completion', first, 1]] });
    await office.play((desk) => completed(desk, first));
    expect(await todo(ON.built)).toEqual({ V1: [['draft-acceptance', first, 1]] });
    await office.play((desk) => leg.inspect(desk, first));
    expect(await todo(ON.accepted)).toEqual({ V1: [['sign-acceptance-as-household', first, 1]] });
    const rectify = { fields: ['lines'], dueOn: '2024-06-10', text: 'sealed.text' };
    await office.play((desk) =>
      desk.do('orderRectification', first, { by: 'T1', at: ON.accepted, input: rectify }),
    );
    expect((await todoOf('V1', ON.accepted)).tasksShown).toMatchObject([
      { task: 'draft-acceptance', reason: 'rectifying', askedBy: '2024-06-10', dueGroup: 'later' },
    ]);
    await office.play((desk) => {
      leg.inspect(desk, first);
      leg.signAcceptance(desk, first);
    });
    expect(await todo(ON.accepted)).toEqual({ T1: [['accept-work', first, 1]] });
    await office.play((desk) => leg.accept(desk, first, 80_000));
    const draw = ['draw', `${LEDGER}-2`, 1];
    expect(await todo(ON.second)).toEqual({ N1: [draw], N2: [draw] });
    expect((await todoOf('N1', ON.second)).tasksShown).toMatchObject([
      { amountFen: 76_000, rewardFen: 80_000, dueGroup: 'within-three-days' },
    ]);
    await office.play((desk) => leg.pay(desk, 2, 'p2', '00', first));
    const [result, townResult] = [`2024-${VILLAGE}-result`, `2024-${TOWN}-result`];
    expect(await todo(ON.result)).toEqual({
      V1: [['post', result, 1]],
      T1: [['post', townResult, 1]],
      T2: [['post', townResult, 1]],
    });
    await office.play((desk) => leg.notice(desk, 'result', ON.result, ON.resultComplete, first));
    const { database } = office.followed.models;
    expect(await findCaseWaiting(database, first, null)).toMatchObject({ task: 'file-photos' });
    const photos = [
      ['file-photos', townResult, 1],
      ['file-photos', result, 1],
    ];
    expect(await todo(ON.photos)).toEqual({ T1: photos, T2: photos });
    await office.play((desk) => {
      for (const id of [result, townResult])
        desk.do('filePhotos', id, { by: 'T1', at: ON.photos, input: {} });
    });
    expect((await todo(ON.photos))['B1']).toHaveLength(2);
    await office.play((desk) => {
      for (const id of [result, townResult])
        desk.do('receivePhotos', id, { by: 'B1', at: ON.photos, input: { receiptNo: 'R' } });
    });
    expect(await todo(ON.closed)).toEqual({ T1: [['close', first, 1]] });
    expect(await findCaseWaiting(database, first, null)).toMatchObject({ task: 'close', staffId: 'T1' });
    await office.play((desk) => desk.do('closeCase', first, { by: 'T1', at: ON.closed, input: {} }));
    expect(await todo(ON.closed)).toEqual({});
  });

  function completed(desk: Desk, caseId: string): void {
    const input = { completedOn: '2024-06-04', photos: ['photo'] };
    desk.do('reportCompletion', caseId, { by: 'V1', at: ON.built, input });
  }
});

it('what somebody did is listed with the last of it first, and stays when the case goes on', async () => {
  await office.play((desk) => {
    leg.toCadreSigned(desk, 1);
    leg.toCadreSigned(desk, 2);
    leg.seal(desk, first, second);
  });
  const { database } = office.followed.models;
  const done = async (person: string, filter: WorklistFilter = {}) =>
    (await listDone(database, questionOf(person, '2024-03-28', filter))).tasksShown;
  expect((await done('T1')).map(({ task, subjectId }) => [task, subjectId])).toEqual([
    ['draw', LEDGER],
    ['sign-as-town', second],
    ['sign-as-town', first],
  ]);
  expect((await done('L1')).map(({ task }) => task)).toEqual(['seal']);
  expect(await done('T1', { task: 'draw' })).toHaveLength(1);
  expect(await done('V1', { text: { part: 'HH0002', householdIds: [] } })).toMatchObject([
    { task: 'sign-as-village', subjectId: second, case: { householdCode: 'HH0002', stage: 'cadre-signed' } },
  ]);
  expect(await done('S1')).toEqual([]);
});

it('every place of the machine waits for something or is an ending', () => {
  for (const { key: place, stage } of places()) {
    if (place === 'unopened' || !/amendment\.none|^[^{]*$/.test(place)) continue;
    const row = {
      ...undrafted,
      place,
      stage,
      returnedRevision: null,
      villageCadreId: 'V1',
      townCadreId: 'T1',
    };
    const { task, gate } = waitingOf(row as unknown as CaseRow);
    const waits = task !== undefined || gate !== undefined;
    expect([place, waits]).toEqual([place, !ENDINGS.includes(stage as Stage)]);
  }
});

function places(): ReadonlySet<Node> {
  const memo = caseWorkflow.memo!;
  const found = new Set<Node>([memo.initial]);
  for (const place of found) {
    for (const move of caseWorkflow.moves) {
      const next = memo.next(place, move);
      if (next) found.add(next);
    }
  }
  return found;
}
