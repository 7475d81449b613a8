import fc from 'fast-check';
import { openSqlite } from './database';
import { BadParameter, guardParameter } from './parameters';

describe('guardParameter', () => {
  const database = openSqlite(':memory:');
  const echo = database.prepare<{ kind: string; value: unknown }>('SELECT typeof(?1) AS kind, ?1 AS value');
  afterAll(() => database.close());

  it.each<[string, unknown, string, unknown]>([
    // A bare libsql aborts the process on the first two.
    ['true', true, 'integer', 1],
    ['false', false, 'integer', 0],
    ['a date', new Date('2024-06-15T00:00:00.123Z'), 'text', '2024-06-15T00:00:00.123Z'],
    ['undefined', undefined, 'null', null],
    ['null', null, 'null', null],
    ['an integer', 5, 'integer', 5],
    ['minus zero', -0, 'integer', 0],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER, 'integer', Number.MAX_SAFE_INTEGER],
    ['a fraction', 1.5, 'real', 1.5],
    ['a bigint', 7n, 'integer', 7],
    ['the smallest 64-bit bigint', -(2n ** 63n), 'integer', -(2 ** 63)],
    ['Chinese text and emoji', '渝北𠅤👩‍🌾', 'text', '渝北𠅤👩‍🌾'],
    ['a buffer', Buffer.from([1, 2]), 'blob', Buffer.from([1, 2])],
    ['a part of an array', new Uint8Array([1, 2, 3]).subarray(1), 'blob', Buffer.from([2, 3])],
    ['an empty array', new Uint8Array(0), 'blob', Buffer.alloc(0)],
  ])('binds %s', (_name, value, kind, read) => {
    expect(echo.all(value)).toEqual([{ kind, value: read }]);
  });

  it.each<[string, unknown]>([
    ['NaN', NaN],
    ['infinity', -Infinity],
    ['an unsafe integer', 2 ** 53],
    ['a bigint of 65 bits', 2n ** 63n],
    ['half a character', '演\ud840'],
    ['U+0000', 'a\0b'],
    ['an object', {}],
    ['an array', [1]],
    ['an invalid date', new Date('no date')],
    ['a symbol', Symbol('name')],
    ['a function', () => 1],
  ])('refuses %s', (_name, value) => {
    expect(() => echo.all(value)).toThrow(BadParameter);
    expect(() => echo.run(value)).toThrow(BadParameter);
    expect(() => [...echo.iterate(value)]).toThrow(BadParameter);
  });

  it('reads every text that it binds back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(echo.all(text)[0]?.value).toBe(text);
      }),
    );
  });

  it('never repeats the value in its message', () => {
    expect(() => guardParameter('张三\ud840')).toThrow(/^[^张]*half a character[^张]*$/);
  });
});
