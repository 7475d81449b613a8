import { addDays, dayInShanghai, inTime, isIsoDate } from './calendar';

describe('the office calendar', () => {
  // TIM-01: the last day ends at midnight in Shanghai, which is 16:00 UTC.
  it.each([
    ['2024-06-14T16:00:00.000Z', '2024-06-15'],
    ['2024-06-15T04:00:00.000Z', '2024-06-15'],
    ['2024-06-15T15:59:59.999Z', '2024-06-15'],
    ['2024-06-15T16:00:00.000Z', '2024-06-16'],
    ['2024-06-14T18:30:00.000Z', '2024-06-15'],
  ])('%s is %s in Shanghai (TIM-01, TIM-02)', (instant, day) => {
    expect(dayInShanghai(instant)).toBe(day);
  });

  it('says what the zone database says, from 1992 to 2099, on both sides of a midnight of every week', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    const wrong: string[] = [];
    for (
      let midnight = Date.UTC(1992, 0, 1, 16);
      midnight < Date.UTC(2100, 0, 1);
      midnight += 7 * 86_400_000
    ) {
      for (const at of [midnight - 1, midnight]) {
        const instant = new Date(at).toISOString();
        if (dayInShanghai(instant) !== zone.format(at)) wrong.push(instant);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(['2024-06-15', '2024-06-15T00:00:00+08:00', 'today', ''])('%p is no instant in UTC', (text) => {
    expect(() => dayInShanghai(text)).toThrow(RangeError);
  });

  it.each([
    ['2024-06-14', true, true],
    ['2024-06-14', false, true],
    ['2024-06-15', true, true],
    ['2024-06-15', false, false],
    ['2024-06-16', true, false],
  ])('%s with the inclusive reading %p is in time for 06-15: %p (A12)', (day, inclusive, expected) => {
    expect(inTime(day, '2024-06-15', inclusive)).toBe(expected);
  });

  it('counts days over months and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
  });

  it.each(['2024-02-30', '2024-13-01', '2024-6-1', '24-06-01', '2024-06-15T00:00:00Z', ''])(
    '%p is no day',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );

  it('2024-02-29 is one', () => expect(isIsoDate('2024-02-29')).toBe(true));
});
