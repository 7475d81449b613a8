import { deadlinePosts } from './deadlines';
import { rulerScale } from './ruler-scale';

const instants = ['2024-03-15T02:00:00.000Z', '2024-03-16T02:00:00.000Z', '2024-05-10T02:00:00.000Z'];

it('lays time out evenly, from the first event to the last deadline', () => {
  const { at } = rulerScale(instants, ['2024-06-30']);
  expect(at(instants[0]!)).toBeLessThan(0.02);
  expect(at('2024-05-08T02:00:00.000Z')).toBeCloseTo(0.5, 1);
  expect(at('2024-06-30T04:00:00.000Z')).toBeGreaterThan(0.98);
  expect(at('2030-01-01T00:00:00.000Z')).toBe(1);
});

it('marks half months and what lies idle for a week or more', () => {
  const { ticks, gaps } = rulerScale(instants, ['2024-06-28']);
  expect(ticks.map(({ day }) => day)).toEqual([
    '2024-03-15',
    '2024-04-01',
    '2024-04-15',
    '2024-05-01',
    '2024-05-15',
    '2024-06-01',
    '2024-06-15',
  ]);
  expect(gaps.map(({ days }) => days)).toEqual([55]);
});

it('a case with one event has a ruler', () => {
  expect(rulerScale(instants.slice(0, 1), []).at(instants[0]!)).toBeCloseTo(1 / 3);
});

it('deadlines of one day stand at one post', () => {
  const june = '2024-06-15';
  const posts = deadlinePosts({
    plan: '2024-04-30',
    build: june,
    accept: june,
    pay: june,
    photos: '2024-06-30',
  });
  expect(posts).toEqual([
    { day: '2024-04-30', of: ['plan'] },
    { day: june, of: ['build', 'accept', 'pay'] },
    { day: '2024-06-30', of: ['photos'] },
  ]);
});
