import type { CasePage, FoundPerson, WorklistView } from '@yihu/api-contract';
import { TOWN, VILLAGE, YEAR, type Person } from './cast';
import { must, startOffice, type Answer, type Office } from './office';
import { household, openCases, openProgramme } from './steps';

/** The dot in names of minorities as six keyboards write it. */
const DOTS = ['\u00b7', '\u2022', '\u30fb', '\uff0e', '\u2027', '.'];
const NAMES = [...DOTS.map((dot) => `阿依${dot}演示`), '\u2fbc演示', '单演示'];

let office: Office;
let householdIds: readonly string[];
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  await openProgramme(office, NAMES.length);
  const ids: string[] = [];
  for (const [index, name] of NAMES.entries()) {
    const body = { ...household(index + 1), name };
    ids.push(must(await office.post<Answer>('townCadre', '/api/households/register', body)).id);
  }
  householdIds = ids;
  cases = await openCases(office, ids);
});
afterAll(() => office.close());

async function find(text: string, person: Person = 'townCadre'): Promise<readonly FoundPerson[]> {
  const path = `/api/people?text=${encodeURIComponent(text)}`;
  return must(await office.get<readonly FoundPerson[]>(person, path));
}

const codes = (found: readonly FoundPerson[]) => found.map((person) => person.householdCode);
const BY_DOT = ['HH0001', 'HH0002', 'HH0003', 'HH0004', 'HH0005', 'HH0006'];

it.each([...DOTS.map((dot) => `阿依${dot}演示`), 'ayys', '依·演'])(
  'a name is found whatever dot it is written with, and asked for with %s (NAM-02)',
  async (text) => {
    expect(codes(await find(text))).toEqual(BY_DOT);
  },
);

it('keeps the dot that the household wrote', async () => {
  expect((await find('ayys')).map((person) => person.name)).toEqual(NAMES.slice(0, 6));
});

it('finds characters written with look-alike radicals, and by them (NAM-04)', async () => {
  for (const text of ['高演示', '\u2fbc演示', 'gys']) expect(codes(await find(text))).toEqual(['HH0007']);
});

it('finds by initials, also of a surname with a reading of its own, and by the last four digits', async () => {
  expect(codes(await find('SYS'))).toEqual(['HH0008']);
  expect(codes(await find('0003'))).toEqual(['HH0003']);
  expect(codes(await find('003'))).toEqual([]);
});

it('names the household, where it lives and its case', async () => {
  expect(await find('0008')).toEqual([
    {
      householdId: householdIds[7],
      householdCode: 'HH0008',
      name: '单演示',
      town: TOWN,
      village: VILLAGE,
      caseId: cases[7],
    },
  ]);
});

it.each<[Person, number]>([
  ['villageCadre', 6],
  ['bureau', 6],
  ['supervisor', 6],
  ['otherVillageCadre', 0],
  ['otherTownCadre', 0],
  ['admin', 0],
])('%s finds %d of them: only in their territory', async (person, count) => {
  expect(await find('阿依', person)).toHaveLength(count);
});

it('whoever read a name is written down, and what was asked for is not', () => {
  const entries = office.log.filter((entry) => entry['what'] === 'people');
  expect(entries.map((entry) => entry['actorId'])).toContain(office.idOf('supervisor'));
  expect(JSON.stringify(office.log)).not.toContain('阿依');
  expect(JSON.stringify(office.log)).not.toContain(encodeURIComponent('阿依'));
});

it('cases and the worklist are found by people as well as by codes', async () => {
  const query = `text=${encodeURIComponent('高演示')}`;
  const page = must(await office.get<CasePage>('townCadre', `/api/cases?${query}`));
  expect([page.total, page.items[0]!.householdCode]).toEqual([1, 'HH0007']);
  const list = must(await office.get<WorklistView>('villageCadre', `/api/worklist?${query}`));
  expect([list.total, list.counts.todo]).toEqual([1, NAMES.length]);
  // To whoever does not know the people, a name is no way to a case.
  expect(must(await office.get<CasePage>('otherTownCadre', `/api/cases?${query}`)).total).toBe(0);
  expect(must(await office.get<CasePage>('otherTownCadre', '/api/cases?text=HH0007')).total).toBe(1);
});

it('a person whose key was destroyed is no longer found', async () => {
  expect(codes(await find('0001'))).toEqual(['HH0001']);
  office.server.vault.destroyKey(`household-${householdIds[0]}`);
  expect(codes(await find('0001'))).toEqual([]);
  expect(codes(await find('阿依'))).toEqual(BY_DOT.slice(1));
  const query = `text=${encodeURIComponent('阿依')}&year=${YEAR}`;
  expect(must(await office.get<CasePage>('townCadre', `/api/cases?${query}`)).total).toBe(5);
});

it('asks for a text', async () => {
  expect((await office.get('townCadre', '/api/people')).status).toBe(400);
  expect((await office.get('townCadre', '/api/people?text=')).status).toBe(400);
});
