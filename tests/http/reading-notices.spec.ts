import type { NoticeListItem, PostableCase } from '@yihu/api-contract';
import {
  act,
  completeNotices,
  drawSheet,
  openSmallTown,
  planOf,
  postNotices,
  sealSheet,
  signAsTown,
  toVillageSigned,
} from '../browser/small-town';
import { OTHER_VILLAGE, TOWN, VILLAGE, YEAR, type Person } from './cast';
import { must, startOffice, type Office } from './office';

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openSmallTown(office, 3);
  for (const caseId of cases) await toVillageSigned(office, caseId, planOf(40));
  for (const caseId of cases) await signAsTown(office, caseId);
});
afterAll(() => office.close());

async function list(person: Person, unit: string = TOWN): Promise<readonly NoticeListItem[]> {
  const path = `/api/notices?year=${YEAR}&unit=${unit}`;
  return must(await office.get<readonly NoticeListItem[]>(person, path));
}

async function notice(person: Person, unit: string, kind: 'plan' | 'result'): Promise<NoticeListItem> {
  return (await list(person, unit)).find((each) => each.unit === unit && each.kind === kind)!;
}

const allowed = ({ allowedActions }: NoticeListItem) =>
  allowedActions.filter((action) => action.allowed).map(({ command }) => command);

it('has a plan and a result notice for a town and each of its villages, before any was hung', async () => {
  const all = await list('townCadre');
  expect(all.map(({ unit, kind, revision }) => [unit, kind, revision])).toEqual(
    [TOWN, VILLAGE, OTHER_VILLAGE].flatMap((unit) => [
      [unit, 'plan', -1],
      [unit, 'result', -1],
    ]),
  );
  expect(all[2]!.unitName).toBe('拾篱村');
  expect(await list('villageCadre', VILLAGE)).toHaveLength(2);
  expect(all.flatMap(allowed)).toEqual([]);
});

it('offers what is under the leader’s seal for posting, to the unit’s own cadres', async () => {
  await sealSheet(office, await drawSheet(office, cases.slice(0, 2)));
  const ofVillage = await notice('villageCadre', VILLAGE, 'plan');
  expect([ofVillage.postableCount, allowed(ofVillage)]).toEqual([2, ['post']]);
  expect(allowed(await notice('supervisor', VILLAGE, 'plan'))).toEqual([]);
  const path = `/api/notices/postable?year=${YEAR}&unit=${VILLAGE}&kind=plan`;
  const postable = must(await office.get<readonly PostableCase[]>('villageCadre', path));
  expect(postable.map(({ household }) => [household.householdCode, household.name])).toEqual([
    ['HH0001', '演示户1'],
    ['HH0002', '演示户2'],
  ]);
  expect((await notice('townCadre', OTHER_VILLAGE, 'plan')).postableCount).toBe(0);
});

it('says what a posting waits for while it hangs, and how long it has to', async () => {
  office.setClock('2024-03-10T02:00:00.000Z');
  await postNotices(office, 'plan', '2024-03-10', cases.slice(0, 2));
  const hanging = await notice('villageCadre', VILLAGE, 'plan');
  expect(hanging).toMatchObject({
    revision: 1,
    postableCount: 0,
    postings: [{ posting: 1, status: 'hanging' }],
  });
  expect(allowed(hanging)).toEqual(['add-photo', 'interrupt']);
  const completing = hanging.allowedActions.find(({ command }) => command === 'complete')!;
  expect(completing.refusals.map(({ rule }) => rule)).toEqual(['notice-days', 'start-and-end-photo']);
  office.setClock('2024-03-18T02:00:00.000Z');
  await completeNotices(office, 'plan', '2024-03-18');
  expect(allowed(await notice('townCadre', TOWN, 'plan'))).toEqual(['file-photos']);
});

it('photos go to the bureau, which receives them', async () => {
  const path = `/api/notices/${YEAR}-${TOWN}-plan`;
  expect(allowed(await notice('bureau', TOWN, 'plan'))).toEqual([]);
  await act(office, 'townCadre', path, 'file-photos', {});
  const filed = await notice('bureau', TOWN, 'plan');
  expect([filed.photosFiled, allowed(filed)]).toEqual([true, ['receive-photos']]);
});

it('names nobody in clear to whoever has no role there', async () => {
  await sealSheet(office, await drawSheet(office, cases.slice(2)));
  const path = `/api/notices/postable?year=${YEAR}&unit=${VILLAGE}&kind=plan`;
  const [seen] = must(await office.get<readonly PostableCase[]>('otherTownCadre', path));
  expect(seen!.household).toMatchObject({ name: '演***', nameMasked: true });
});

it.each([
  ['/api/notices', 400],
  [`/api/notices?year=${YEAR}&unit=nowhere`, 400],
  [`/api/notices/postable?year=${YEAR}&unit=${TOWN}`, 400],
])('%s is answered %i', async (path, status) => {
  expect((await office.get('townCadre', path)).status).toBe(status);
});
