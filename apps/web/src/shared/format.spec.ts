import { dayOf, daysBetween, shortDayOf, timeOf, yuan } from './format';

it('an instant is told in the time of the office, wherever the browser stands (TIM-02)', () => {
  expect(dayOf('2024-06-14T18:30:00.000Z')).toBe('2024-06-15');
  expect(timeOf('2024-06-14T16:00:00.000Z')).toBe('2024-06-15 00:00');
  expect(shortDayOf('2024-06-14T15:59:59.999Z')).toBe('06-14');
});

it('days are calendar days', () => {
  expect(daysBetween('2024-06-13', '2024-06-15')).toBe(2);
  expect(daysBetween('2024-06-15', '2024-06-13')).toBe(-2);
});

it('zero yuan and no yuan are two things', () => {
  expect(yuan(0)).toBe('0.00');
  expect(yuan(undefined)).toBe('—');
});
