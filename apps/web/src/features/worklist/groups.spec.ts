import type { DueGroup, WorklistItem } from '@yihu/api-contract';
import { groupsOf, nextAfter } from './groups';

const item = (key: string, dueGroup: DueGroup) => ({ key, dueGroup }) as WorklistItem;

it('a list falls into its groups in the order in which it came', () => {
  const items = [item('a', 'overdue'), item('b', 'overdue'), item('c', 'later'), item('d', 'no-date')];
  expect(groupsOf(items).map(({ due, items: each }) => [due, each.map(({ key }) => key).join('')])).toEqual([
    ['overdue', 'ab'],
    ['later', 'c'],
    ['no-date', 'd'],
  ]);
  expect(groupsOf([])).toEqual([]);
});

it('after a decision the next one opens, and at the end the one before', () => {
  const open = (done: string) => nextAfter(['a', 'b', 'c'], (each) => each === done);
  expect([open('a'), open('b'), open('c')]).toEqual(['b', 'c', 'b']);
  expect(open('gone')).toBe('a');
  expect(nextAfter(['a'], () => true)).toBeUndefined();
});
