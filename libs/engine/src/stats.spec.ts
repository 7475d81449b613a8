import { createCounters, shareTime } from './stats';

it('of commands that overlap each moment is counted once, as committing while one of them is appended', () => {
  let nowMs = 0;
  const counters = createCounters();
  const time = shareTime(counters, () => nowMs);
  const at = (ms: number, change: () => void) => {
    nowMs = ms;
    change();
  };
  at(1_000, () => time.settling(1));
  at(2_000, () => time.settling(1));
  at(3_000, () => time.appending(1));
  at(4_000, () => time.appending(1));
  at(6_000, () => time.appending(-1));
  at(7_000, () => time.appending(-1));
  at(9_000, () => time.settling(-1));
  at(9_500, () => time.settling(-1));
  at(20_000, () => time.settling(1));
  expect(counters).toMatchObject({ decideSeconds: 4.5, commitSeconds: 4 });
});
