import { hostileFields } from './hostile-body';

it('stops at the first list that is longer than any of ours, before its items are looked at', () => {
  const items = Array<object>(1001).fill({ constructor: 1 });
  expect(hostileFields({ lines: items })).toEqual([{ field: 'lines', kind: 'list', numbers: { max: 1000 } }]);
  expect(hostileFields({ a: { lines: Array(1001).fill(0) } })).toEqual([
    { field: 'a.lines', kind: 'list', numbers: { max: 1000 } },
  ]);
});

it('has nothing against a list as long as the longest of ours', () => {
  expect(hostileFields({ rows: Array(1000).fill({}) })).toEqual([]);
});
