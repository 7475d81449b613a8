import { initialsOf } from './initials';

it.each([
  ['王小明', ['wxm']],
  ['单田芳', ['dtf', 'stf']],
  ['阿依·演示', ['ayys']],
  ['演示户1', ['ysh1']],
  ['·', []],
  ['', []],
])('%s is typed as %j', (name, expected) => {
  expect([...initialsOf(name)].sort()).toEqual(expected);
});
