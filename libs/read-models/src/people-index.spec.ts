import { createPeopleIndex, householdsOf, type PeopleIndex } from './people-index';
import { openTestFolder, type Followed, type TestFolder } from './testing/open-folder';
import { caseHistory } from './testing/case-facts';
import { householdFact } from './testing/office-facts';
import { record } from './testing/record';

const VILLAGE = '500112133v01';
const OTHER = '500112140v01';

let folder: TestFolder;
let followed: Followed;
let people: PeopleIndex;
let destroyed: Set<string>;

beforeEach(async () => {
  folder = openTestFolder();
  destroyed = new Set();
  register(1, '王小明', '10000001234');
  register(2, '王大明', '10000005678', OTHER);
  followed = await folder.follow();
  people = createPeopleIndex({
    database: followed.models.database,
    unseal: (owner, _field, sealed) => (destroyed.has(owner) ? undefined : sealed.replace('sealed:', '')),
    nameKey: (name) => name.replace(/\s/g, ''),
    initialsOf: (name) => (name === '王小明' ? ['wxm'] : []),
  });
});
afterEach(() => folder.close());

function register(number: number, name: string, phone: string, village = VILLAGE): number {
  return record(
    folder.store,
    `household-${number}`,
    householdFact('HouseholdRegistered', {
      year: 2024,
      householdCode: `HH000${number}`,
      name: `sealed:${name}`,
      identity: 'sealed:identity',
      phone: `sealed:${phone}`,
      identityFingerprint: 'f',
      memberCount: 3,
      householdClass: 'out-of-poverty',
      town: village.slice(0, 9),
      village,
      listedOn: '2024-01-01',
    }),
  );
}

it.each([
  ['王小明', ['1']],
  ['小 明', ['1']],
  ['wx', ['1']],
  ['WXM', ['1']],
  ['1234', ['1']],
  ['234', []],
  ['xm', []],
  ['王', ['1', '2']],
  ['  ', []],
])('finds by name, initials or the last four digits: %s', async (text, expected) => {
  expect(await people.find(text, ['500112'], 20)).toEqual(expected);
});

it('finds within the territories alone, and no more than was asked for', async () => {
  expect(await people.find('王', ['500112133'], 20)).toEqual(['1']);
  expect(await people.find('王', [OTHER, VILLAGE], 20)).toEqual(['1', '2']);
  expect(await people.find('王', [], 20)).toEqual([]);
  expect(await people.find('王', ['500112'], 1)).toEqual(['1']);
});

it('knows whoever is registered after it was made, once it is told of the stream', async () => {
  await people.refresh();
  await followed.projector.waitFor('household-3', register(3, '张三', '10000009999'), 5000);
  expect(await people.find('张', ['500112'], 20)).toEqual([]);
  people.follow(['household-3', 'case-3']);
  expect(await people.find('张', ['500112'], 20)).toEqual(['3']);
});

it('no longer finds whoever’s key was destroyed, before and after it was read', async () => {
  destroyed.add('household-2');
  expect(await people.find('王', ['500112'], 20)).toEqual(['1']);
  destroyed.add('household-1');
  expect(await people.find('王', ['500112'], 20)).toEqual([]);
  expect(await people.find('1234', ['500112'], 20)).toEqual([]);
});

it('reads a roster of any length, and nothing once it was stopped', async () => {
  for (let number = 100; number < 520; number += 1) register(number, `李${number}`, '10000000000');
  await followed.projector.waitFor('household-519', 0, 5000);
  expect(await people.find('李', ['500112'], 1000)).toHaveLength(420);
  people.stop();
  await followed.projector.waitFor('household-3', register(3, '张三', '10000009999'), 5000);
  people.follow(['household-3']);
  expect(await people.find('张', ['500112'], 20)).toEqual([]);
});

it('names the case of a household where there is one', async () => {
  record(folder.store, 'case-2024-1', {
    ...caseHistory('HH0001', '500112133')[0]!,
    data: { ...caseHistory('HH0001', '500112133')[0]!.data, householdId: '1' },
  });
  await followed.projector.waitFor('case-2024-1', 0, 5000);
  expect(await householdsOf(followed.models.database, ['2', '1'])).toMatchObject([
    { householdId: '1', householdCode: 'HH0001', caseId: '2024-1' },
    { householdId: '2', householdCode: 'HH0002', caseId: null },
  ]);
});
