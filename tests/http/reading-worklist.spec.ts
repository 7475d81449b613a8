import type { CaseView, WorklistView } from '@yihu/api-contract';
import { COMMAND_ROUTES } from '@yihu/api-contract';
import { TOWN, VILLAGE, YEAR, type Person } from './cast';
import { must, startOffice, type Answer, type Office } from './office';
import {
  definition,
  draftPlan,
  hashOf,
  openCases,
  registerHousehold,
  signAsVillage,
  signature,
} from './steps';

let office: Office;
let cases: readonly string[];

const CAP_FEN = definition.policy.subsidyCapFen;

beforeAll(async () => {
  office = await startOffice();
  const stepDays = { 'sign-as-town': 3, seal: 1 };
  const policy = { ...definition.policy, stepDays };
  const opened = must(await office.post<Answer>('bureau', '/api/programmes/open', { ...definition, policy }));
  const allotment = { unit: TOWN, households: 4, quotaFen: 1_200_000 };
  const ifMatch = opened.revision;
  must(await office.post('bureau', `/api/programmes/${YEAR}/allot-town`, allotment, { ifMatch }));
  const householdIds: string[] = [];
  for (const number of [1, 2, 3, 4]) householdIds.push(await registerHousehold(office, number));
  cases = await openCases(office, householdIds);
});
afterAll(() => office.close());

async function worklist(person: Person, query = ''): Promise<WorklistView> {
  return must(await office.get<WorklistView>(person, `/api/worklist${query}`));
}

const tasksOf = ({ items }: WorklistView) =>
  items.map(({ task, household, subjectId }) => [task, household?.householdCode ?? subjectId]);

async function signAsTown(caseId: string): Promise<void> {
  const { body, ifMatch } = await signature(office, caseId);
  must(await office.post('townCadre', `/api/cases/${caseId}/sign-as-town`, body, { ifMatch }));
}

it('a case waits for the person it was assigned to, and for nobody else', async () => {
  // They began to wait in the same moment, so their order says nothing.
  expect(tasksOf(await worklist('villageCadre')).sort()).toEqual(
    ['HH0001', 'HH0002', 'HH0003', 'HH0004'].map((code) => ['draft-plan', code]),
  );
  for (const person of [
    'otherVillageCadre',
    'townCadre',
    'leader',
    'finance',
    'bureau',
    'supervisor',
  ] as const) {
    expect([person, (await worklist(person)).items]).toEqual([person, []]);
  }
});

it('says how long it has waited and until when it has to be done, on the office’s calendar', async () => {
  await signAsVillage(office, cases[0]!, CAP_FEN);
  // 03-01 in the morning in Shanghai; three days later it is due, and on the day after overdue.
  const on = async (now: string) => {
    office.setClock(now);
    const { today, items, overdue } = await worklist('townCadre');
    return { today, overdue, ...items[0]! };
  };
  const item = await on('2024-03-03T15:59:00.000Z');
  expect(item).toMatchObject({
    today: '2024-03-03',
    overdue: 0,
    kind: 'case',
    task: 'sign-as-town',
    subjectId: cases[0],
    village: VILLAGE,
    household: { name: '演示户1', nameMasked: false },
    activity: 'breeding',
    stage: 'drafted',
    planVersion: 1,
    amountFen: CAP_FEN,
    waitingDays: 2,
    dueOn: '2024-03-04',
    dueGroup: 'within-three-days',
    reason: 'at-cap',
  });
  const view = must(await office.get<CaseView>('townCadre', `/api/cases/${cases[0]}`));
  expect([item.contentHash, item.revision]).toEqual([view.plan!.contentHash, view.revision]);
  expect(view.waitsFor).toEqual({
    task: 'sign-as-town',
    role: 'town-cadre',
    staffId: office.idOf('townCadre'),
    name: '演示townCadre',
    since: '2024-03-01T01:00:00.000Z',
    dueOn: '2024-03-04',
  });
  expect(await on('2024-03-03T16:00:00.000Z')).toMatchObject({ today: '2024-03-04', dueGroup: 'today' });
  expect(await on('2024-03-05T01:00:00.000Z')).toMatchObject({
    overdue: 1,
    dueGroup: 'overdue',
    waitingDays: 4,
  });
  // The programme's own deadline, which is further away.
  expect((await worklist('villageCadre')).items[0]).toMatchObject({ dueOn: '2024-06-15', dueGroup: 'later' });
});

it('pages, filters and counts', async () => {
  const first = await worklist('villageCadre', '?limit=2');
  const second = await worklist('villageCadre', `?limit=2&after=${first.next}`);
  expect([first, second].map((page) => page.items.length)).toEqual([2, 1]);
  expect([first.total, second.next, first.counts]).toEqual([3, undefined, { todo: 3, done: 1 }]);
  expect(first.tasks).toEqual([{ task: 'draft-plan', count: 3 }]);
  expect(first.villages).toEqual([{ village: VILLAGE, count: 3 }]);
  await draftPlan(office, cases[1]!);
  const drafting = await worklist('villageCadre', '?task=draft-plan&text=hh000');
  expect([drafting.total, drafting.counts.todo]).toEqual([2, 3]);
  expect(drafting.tasks).toEqual([
    { task: 'draft-plan', count: 2 },
    { task: 'sign-as-household', count: 1 },
  ]);
  expect((await worklist('villageCadre', `?village=${VILLAGE.replace('v01', 'v02')}`)).total).toBe(0);
  const bad = await office.get<{ errors: readonly { field: string }[] }>(
    'townCadre',
    '/api/worklist?task=steal',
  );
  expect([bad.status, bad.body.errors[0]!.field]).toEqual([400, 'task']);
});

it('what was done stands in a list of its own, the last first', async () => {
  const done = await worklist('villageCadre', '?queue=done');
  expect(tasksOf(done)).toEqual([
    ['draft-plan', 'HH0002'],
    ['sign-as-village', 'HH0001'],
  ]);
  expect(done.counts).toEqual({ todo: 3, done: 2 });
  expect(done.items[1]).toMatchObject({ dueGroup: 'no-date', since: '2024-03-01T01:00:00.000Z' });
});

it('the summary goes from the town cadre over the leader to the bureau, and each case knows', async () => {
  const waitsFor = async (caseId: string) => {
    const { waitsFor: waiting } = must(await office.get<CaseView>('leader', `/api/cases/${caseId}`));
    return [waiting?.task, waiting?.role];
  };
  await signAsTown(cases[0]!);
  const id = `${YEAR}-${TOWN}`;
  expect(tasksOf(await worklist('townCadre'))).toEqual([['draw', id]]);
  expect(await waitsFor(cases[0]!)).toEqual(['draw', 'town-cadre']);
  const drawing = { year: YEAR, town: TOWN, caseIds: [cases[0]] };
  must(await office.post('townCadre', '/api/summaries/draw', drawing));
  expect((await worklist('leader')).items).toMatchObject([
    { kind: 'summary', task: 'seal', subjectId: id, count: 1, amountFen: CAP_FEN, revision: 0 },
  ]);
  expect(await waitsFor(cases[0]!)).toEqual(['seal', 'town-leader']);

  interface Summary {
    readonly sheets: readonly { readonly no: number; readonly hash: string }[];
  }
  const { sheets } = must(await office.get<Summary>('leader', `/api/summaries/${id}`));
  const { no, hash } = sheets[0]!;
  const path = `/api/summaries/${id}`;
  const seal = { no, hash, method: 'paper', sealPhoto: hashOf('seal'), evenSplitExplanation: '一户' };
  must(await office.post('leader', `${path}/seal`, seal, { ifMatch: 0 }));
  must(await office.post('townCadre', `${path}/submit`, { no }, { ifMatch: 1 }));
  expect(tasksOf(await worklist('bureau'))).toEqual([['receive', id]]);
  const receipt = { no, receiptNo: '渝北备1', returned: [] };
  must(await office.post('bureau', `${path}/receive`, receipt, { ifMatch: 2 }));
  expect((await worklist('bureau')).items).toMatchObject([
    { task: 'file-plan', kind: 'case', household: { householdCode: 'HH0001', name: '演示户1' } },
  ]);
  expect(await waitsFor(cases[0]!)).toEqual(['file-plan', 'bureau']);
  expect(tasksOf(await worklist('leader', '?queue=done'))).toEqual([['seal', id]]);
});

it('every task is the last segment of a command’s path', async () => {
  const segments = Object.values(COMMAND_ROUTES).map(({ segment }) => segment);
  const people = ['villageCadre', 'townCadre', 'leader', 'bureau'] as const;
  for (const person of people) {
    for (const queue of ['todo', 'done']) {
      const { tasks } = await worklist(person, `?queue=${queue}`);
      expect(segments).toEqual(expect.arrayContaining(tasks.map(({ task }) => task)));
    }
  }
});
