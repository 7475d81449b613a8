import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { IsFen, IsSignedFen, IsThousandths, IsWholeNumber, IsWholeNumberInQuery } from './is-amount';
import * as codes from './is-code';
import { IsListOf, IsObject } from './is-object';
import { IsAccount, IsIdentity, IsPhone } from './is-personal-number';
import { IsListOfTexts, IsPlainText, IsSentence } from './is-plain-text';
import { valid } from './valid';

const uuid = '0b2f1c1e-4e0d-5b6a-9c3d-2a1b0c9d8e7f';
const hash = 'a'.repeat(64);

/** Checks a value in a request whose one field is decorated so. */
function taken(
  decorator: PropertyDecorator,
  value: unknown,
): { readonly value: unknown; readonly kinds: readonly string[] } {
  class Request {
    readonly field: unknown;
  }
  decorator(Request.prototype, 'field');
  const request = plainToInstance(Request, { field: value });
  const errors = validateSync(request, {
    forbidUnknownValues: true,
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return {
    value: request.field,
    kinds: errors.flatMap((error) => Object.keys(error.constraints ?? { nested: '' })),
  };
}

class Part {
  @IsFen()
  readonly amountFen!: number;
}

const notAmounts = [
  -1,
  0.5,
  '1',
  'NaN',
  Number.NaN,
  Infinity,
  1e21,
  '0x10',
  '１００',
  '',
  null,
  undefined,
  2 ** 53,
  true,
  [1],
  {},
];

describe('what a field takes', () => {
  it.each<[string, PropertyDecorator, readonly unknown[], readonly unknown[]]>([
    ['fen (MON-03)', IsFen(), [0, 1, 400_000, 1_000_000_000_000], [...notAmounts, 1_000_000_000_001]],
    ['fen that may be taken back (BNK-05)', IsSignedFen(), [-1000, 0, 1], ['-1', 0.5, null, -1e13]],
    ['thousandths (MON-03)', IsThousandths(), [0, 1500, 1_000_000_000], [...notAmounts, 1_000_000_001]],
    ['a whole number', IsWholeNumber(1, 9), [1, 9], [0, 10, '1', 1.5, null]],
    [
      'a number in a query',
      IsWholeNumberInQuery(1, 200),
      ['1', '200', undefined],
      ['', '0', '201', 'x', '1.5', ['1', '2']],
    ],
    [
      'a day',
      codes.IsIsoDay(),
      ['2024-02-29', '2024-06-15'],
      ['2023-02-29', '2024-6-1', '2024-13-01', '20240615', 20240615, null, '2024-06-15T00:00:00Z'],
    ],
    [
      'a unit',
      codes.IsUnit(),
      ['500112', '500112140', '500112140v03'],
      ['茨竹镇', '50011', '500112140v3', 500112140, null],
    ],
    ['a town', codes.IsTown(), ['500112140'], ['500112', '500112140v03', 500112140]],
    ['a village', codes.IsVillage(), ['500112140v03'], ['500112140', '500112']],
    ['a hash', codes.IsHash(), [hash], ['A'.repeat(64), 'a'.repeat(63), `${hash}\n`, null, 1]],
    [
      'hashes',
      codes.IsListOfHashes(2),
      [[], [hash], [hash, hash]],
      [[hash, hash, hash], [null], 'x', null, { 0: hash }],
    ],
    ['a UUID', codes.IsUuid(), [uuid], [uuid.toUpperCase(), 'x', null]],
    ['a case', codes.IsCaseId(), [`2024-${uuid}`], [uuid, `24-${uuid}`, null]],
    ['cases', codes.IsListOfCases(2), [[], [`2024-${uuid}`]], [[`2024-${uuid}`, `2024-${uuid}`], [1], null]],
    ['a word of a list', codes.IsOneOf(['plan', 'result']), ['plan'], ['Plan', '', null, ['plan']]],
    ['a number of a list', codes.IsOneOfNumbers([1, 2]), [1, 2], ['1', 3, null]],
    ['a flag', codes.IsFlag(), [true, false], ['true', 0, null]],
    ['a member of staff', codes.IsStaffId(), ['admin-M-1', uuid], ['', '-a', 'a b', '演示', null]],
    [
      'an identity number (R3 identity-well-formed)',
      IsIdentity(),
      ['999999196801054734', ' 9999991968 01054734'],
      [999999196801054734, '999999196801054735', '', null, '9'.repeat(10_000)],
    ],
    [
      'an account (IMP-02)',
      IsAccount(),
      ['0000001873318610473', '0000 0018 7331'],
      [9990001234567890123, '1234567', 'abc12345678', null],
    ],
    ['a phone', IsPhone(), ['10000000473', '+8610000000473'], [10000000473, '1000-0000', '', null]],
    [
      'a text',
      IsPlainText(5),
      ['', '演示', 'a,"b"', ' 演示 '],
      ['123456', 1, null, ['a'], {}, 'a\nb', 'a\u0000', 'a\u001b', '演\ud840', '\udc00', '\u202eab'],
    ],
    [
      'a text that is not sealed by hand',
      IsPlainText(80),
      ['sealed', 'a sealed.v1.x'],
      ['sealed.v1.', ' sealed.v1.AAAA'],
    ],
    ['texts that are not sealed by hand', IsListOfTexts(2, 80), [['a']], [['a', 'sealed.v1.AAAA']]],
    ['a text that must be there', IsPlainText(5, { min: 1 }), ['a'], ['', '   ']],
    ['a text of lines', IsPlainText(20, { multiline: true }), ['a\nb', 'a\r\nb'], ['a\rb', 'a\tb']],
    ['a sentence', IsSentence(5), ['', '。'], ['123456', null, '\ud840']],
    [
      'texts',
      IsListOfTexts(2, 3),
      [[], ['a', 'abc']],
      [['a', 'b', 'c'], [''], ['abcd'], ['\ud840'], [1], 'a', null],
    ],
    [
      'a part',
      IsObject(() => Part),
      [{ amountFen: 1 }],
      [{}, { amountFen: '1' }, { amountFen: 1, more: 1 }, [], [{ amountFen: 1 }], 'x', 1, null],
    ],
    [
      'parts',
      IsListOf(() => Part, 2),
      [[], [{ amountFen: 1 }]],
      [[{}], [null], [[]], ['x'], {}, { amountFen: 1 }, null, Array(3).fill({ amountFen: 1 })],
    ],
  ])('%s', (_what, decorator, good, bad) => {
    for (const value of good)
      expect({ value, kinds: taken(decorator, value).kinds }).toEqual({ value, kinds: [] });
    for (const value of bad)
      expect({ value, kinds: taken(decorator, value).kinds }).not.toEqual({ value, kinds: [] });
  });

  it('an optional field may be missing and is never null', () => {
    const optional = codes.IsIsoDay({ optional: true });
    expect(taken(optional, undefined).kinds).toEqual([]);
    expect(taken(optional, null).kinds).toEqual(['iso-day']);
  });
});

it('takes numbers of people in their one form (NAM-01)', () => {
  const forms = ['11010519491231002X', '11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ'];
  expect(forms.map((form) => taken(IsIdentity(), form).value)).toEqual(Array(3).fill('11010519491231002X'));
  expect(taken(IsAccount(), '0000 0018-7331 861').value).toBe('000000187331861');
});

it('takes texts without the spaces around them, and lines with one kind of break', () => {
  expect(taken(IsPlainText(20, { multiline: true }), ' a\r\nb ').value).toBe('a\nb');
});

it('a list that is too long is wrong for its length alone: none of its items is looked at', () => {
  const looked = jest.fn(() => true);
  class Item {
    @valid('flag', looked)
    readonly flag!: boolean;
  }
  const listOf = IsListOf(() => Item, 2);
  expect(taken(listOf, Array(2).fill({ flag: true })).kinds).toEqual([]);
  expect(looked).toHaveBeenCalledTimes(2);
  expect(taken(listOf, Array(3).fill({ flag: true })).kinds).toContain('list');
  expect(looked).toHaveBeenCalledTimes(2);
});
