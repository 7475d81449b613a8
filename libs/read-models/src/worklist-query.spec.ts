import { sql } from 'kysely';
import { caseHistory, SIGNED } from './testing/case-facts';
import { openTestFolder, type Followed, type TestFolder } from './testing/open-folder';
import { record } from './testing/record';
import { waitingFor } from './worklist-parts';
import { countTodo, isWorklistIncomplete, listTodo, type WorklistFilter } from './worklist-query';

const TOWN = '500112133';
const VILLAGE = `${TOWN}v03`;
const LAN = { staffId: 'lan', grants: [{ role: 'town-cadre', territory: TOWN }] } as const;
const LAST = SIGNED.length - 1;
const CASES = 25;

let folder: TestFolder;
let followed: Followed;

beforeAll(async () => {
  folder = openTestFolder();
  const code = (number: number) => `HH00${String(number).padStart(2, '0')}`;
  for (let number = 1; number <= CASES; number += 1) {
    // Every fifth plan is still the village cadre's, so it waits for somebody else.
    const signatures = SIGNED.slice(0, number % 5 === 0 ? 1 : LAST);
    const facts = caseHistory(code(number), TOWN, 'CadresAssigned', ...signatures);
    record(folder.store, `case-2024-${number}`, ...facts);
  }
  followed = await folder.follow();
});
afterAll(() => folder.close());

const question = { reader: LAN, today: '2024-05-20', noticeBeforeSecond: [], policies: [], limit: 7 };

async function page(filter: WorklistFilter = {}, after?: string) {
  return listTodo(followed.models.database, { ...question, filter, after });
}

it('comes page by page, the oldest first, and nothing is left out or twice', async () => {
  const seen: string[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const { tasksShown, next, total } = await page({}, after);
    expect(total).toBe(20);
    seen.push(...tasksShown.map((each) => each.case!.householdCode));
    sizes.push(tasksShown.length);
    after = next;
  } while (after !== undefined);
  expect(sizes).toEqual([7, 7, 6]);
  const expected = Array.from({ length: CASES }, (_, index) => index + 1).filter((each) => each % 5 !== 0);
  expect(seen).toEqual(expected.map((each) => `HH00${String(each).padStart(2, '0')}`));
});

it('counts over the whole selection, and by task and village whatever is asked of them', async () => {
  const { all, total, overdue, tasks, villages } = await page({ task: 'seal' });
  expect([all, total, overdue]).toEqual([20, 0, 0]);
  expect([...tasks]).toEqual([['sign-as-town', 20]]);
  expect([...villages]).toEqual([]);
  expect([...(await page({ task: 'sign-as-town' })).villages]).toEqual([[VILLAGE, 20]]);
  expect((await page({ village: `${TOWN}v04` })).total).toBe(0);
  expect(await countTodo(followed.models.database, question)).toBe(20);
});

it('finds cases by their code or by the households that a name stands for', async () => {
  const codes = async (part: string, householdIds: readonly string[]) =>
    (await page({ text: { part, householdIds } })).tasksShown.map((each) => each.case!.householdCode);
  expect(await codes('hh002', [])).toEqual(['HH0021', 'HH0022', 'HH0023', 'HH0024']);
  expect(await codes('王', ['household-of-HH0003', 'household-of-HH0005'])).toEqual(['HH0003']);
  expect(await codes('%', [])).toEqual([]);
});

it('never walks through a table of cases (design 7)', async () => {
  const grants = ['village-cadre', 'town-cadre', 'town-finance', 'bureau', 'town-leader'].map((role) => ({
    role: role as 'bureau',
    territory: TOWN,
  }));
  const day = { today: '2024-05-20', noticeBeforeSecond: [2024] };
  // A connection of its own: what explains a statement leaves it open, and with it an old picture of the rows.
  const { database } = folder.openModels();
  const { rows } = await sql<{ detail: string }>`
    explain query plan ${waitingFor({ staffId: 'lan', grants }, day)}`.execute(database);
  const scans = rows.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'));
  expect(scans).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

it('is incomplete while a history stands still that may be of the reader’s territory', async () => {
  const { models, projector } = followed;
  expect(await isWorklistIncomplete(models.database, LAN)).toBe(false);
  const last = record(folder.store, 'case-2024-1', { type: 'Unknown', data: {} });
  await projector.waitFor('case-2024-1', last, 5000);
  expect(await isWorklistIncomplete(models.database, LAN)).toBe(true);
  const other = { staffId: 'x', grants: [{ role: 'town-cadre', territory: '500112140' }] } as const;
  expect(await isWorklistIncomplete(models.database, other)).toBe(false);
});
