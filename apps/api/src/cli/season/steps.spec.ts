import { dayOf } from './days';
import { readDemoFiles } from './demo-files';
import { STEPS } from './steps';

const files = readDemoFiles('apps/api/demo/yubei-2024', { towns: 1, households: 1 });

it('the steps stand in the order of their days, so that the clock only goes forward', () => {
  const days = STEPS.map(({ day }) => dayOf({ files }, day));
  expect(days).toEqual([...days].sort());
});

it('each step has a name of its own, by which a household can be left behind', () => {
  expect(new Set(STEPS.map(({ name }) => name)).size).toBe(STEPS.length);
});

it('a day that the calendar does not have is an error', () => {
  expect(() => dayOf({ files }, 'someDay')).toThrow('no day someDay');
});
