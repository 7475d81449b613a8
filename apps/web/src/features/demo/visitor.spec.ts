import type { DemoAccount, DemoStory } from '@yihu/api-contract';
import { accountOf, placeAs, storyToReplay } from './visitor';

const account = (key: string, role: DemoAccount['role'], territory: string): DemoAccount => ({
  key,
  staffId: key,
  name: key,
  office: '',
  role,
  territory,
  surface: 'desk',
});
const story = (name: string, town: string): DemoStory => ({
  story: name,
  caseId: name,
  town,
  accountKey: 'k',
});

const accounts = [
  account('a', 'town-cadre', '500112133'),
  account('b', 'town-cadre', '500112140'),
  account('c', 'bureau', '500112'),
];

it('whoever comes first looks as the cadre of the town that the stories begin with', () => {
  const stories = [story('race', '500112140'), story('returned-town', '500112133')];
  expect(accountOf({ accounts, stories }, 'town-cadre')?.key).toBe('b');
  expect(accountOf({ accounts, stories: [] }, 'town-cadre')?.key).toBe('a');
  expect(accountOf({ accounts, stories }, 'bureau')?.key).toBe('c');
  expect(accountOf({ accounts, stories }, 'supervisor')).toBeUndefined();
});

it('a returned and resubmitted case is the one to replay', () => {
  const stories = [story('race', 't'), story('returned-village', 't'), story('returned-town', 't')];
  expect(storyToReplay({ stories })?.story).toBe('returned-town');
  expect(storyToReplay({ stories: [story('race', 't')] })?.story).toBe('race');
  expect(storyToReplay({ stories: [] })).toBeUndefined();
});

it('a link says as whom it is opened', () => {
  expect(placeAs('/inbox', 'T140-1')).toBe('/inbox?as=T140-1');
  expect(placeAs('/cases/c/history?rev=4', 'S')).toBe('/cases/c/history?rev=4&as=S');
  expect(placeAs('/inbox', undefined)).toBe('/inbox');
});
