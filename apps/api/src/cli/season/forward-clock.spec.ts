import { createForwardClock } from './forward-clock';

function watchedClock() {
  const set: string[] = [];
  const clock = createForwardClock({ setClock: async (now) => void set.push(now) });
  return { clock, set };
}

it('begins a day at nine in Shanghai, and does one thing after another on it', async () => {
  const { clock, set } = watchedClock();
  await clock.moveTo('2024-03-22');
  await clock.moveTo('2024-03-22');
  await clock.pass(2_000);
  await clock.moveTo('2024-03-25');
  expect(set).toEqual([
    '2024-03-22T01:00:00.000Z',
    '2024-03-22T01:10:00.000Z',
    '2024-03-22T01:10:02.000Z',
    '2024-03-25T01:00:00.000Z',
  ]);
  expect(clock.today).toBe('2024-03-25');
});

it('does not go back', async () => {
  const { clock, set } = watchedClock();
  await clock.moveTo('2024-03-22');
  await expect(clock.moveTo('2024-03-21')).rejects.toThrow('cannot go back from 2024-03-22 to 2024-03-21');
  expect(set).toHaveLength(1);
});
