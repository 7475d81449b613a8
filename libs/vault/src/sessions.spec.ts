import { openSqlite } from '@yihu/sql';
import { testFolder, type TestFolder } from './testing/test-folder';

const NOW = new Date('2024-06-15T02:30:00.000Z');
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

let test: TestFolder;
beforeEach(() => {
  test = testFolder();
});
afterEach(() => test.remove());

describe('sessions (ASVS 7.2.3, 7.4.1)', () => {
  it('are found by their token until they expire', () => {
    const { sessions } = test.open();
    const token = sessions.create('staff-7', NOW, HOUR_MS);
    expect(sessions.find(token, NOW)).toEqual({ staffId: 'staff-7', expiresAt: after(HOUR_MS) });
    expect(sessions.find(token, after(HOUR_MS - 1))).toBeDefined();
    expect(sessions.find(token, after(HOUR_MS))).toBeUndefined();
  });

  it('outlive a restart of the server', () => {
    const first = test.open();
    const token = first.sessions.create('staff-7', NOW, HOUR_MS);
    first.close();
    expect(test.open().sessions.find(token, NOW)?.staffId).toBe('staff-7');
  });

  it('end when they are told to, and only they', () => {
    const { sessions } = test.open();
    const token = sessions.create('staff-7', NOW, HOUR_MS);
    const other = sessions.create('staff-7', NOW, HOUR_MS);
    sessions.end(token);
    sessions.end(token);
    expect(sessions.find(token, NOW)).toBeUndefined();
    expect(sessions.find(other, NOW)).toBeDefined();
  });

  it('have tokens of 256 random bits that fit a cookie', () => {
    const { sessions } = test.open();
    const tokens = Array.from({ length: 50 }, () => sessions.create('staff-7', NOW, HOUR_MS));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('are swept away once expired', () => {
    const { sessions } = test.open();
    sessions.create('staff-7', NOW, HOUR_MS);
    sessions.create('staff-8', after(2 * HOUR_MS), HOUR_MS);
    const database = openSqlite(test.file);
    expect(database.prepare('SELECT staff_id FROM session').all()).toEqual([{ staff_id: 'staff-8' }]);
    database.close();
  });

  it.each(['', 'x', "' OR 1=1 --", 'A'.repeat(43), 'A'.repeat(100_000)])(
    'are not found by a made-up token',
    (token) => {
      const { sessions } = test.open();
      sessions.create('staff-7', NOW, HOUR_MS);
      expect(sessions.find(token, NOW)).toBeUndefined();
    },
  );

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('cannot last %d ms', (lifetimeMs) => {
    expect(() => test.open().sessions.create('staff-7', NOW, lifetimeMs)).toThrow(RangeError);
  });
});
