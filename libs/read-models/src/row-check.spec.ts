import { assertRow, BadRow, storableText } from './row-check';
import { flag, integer, orNull, table, text } from './table';

const example = table(
  'example',
  { id: text, count: integer, open: flag, receiptNo: orNull(text), dueFen: orNull(integer) },
  { key: ['id'] },
);
const row = { id: '户1', count: -3, open: 1, receiptNo: null, dueFen: null };

describe('the check of a row', () => {
  it.each([row, { ...row, receiptNo: '', dueFen: Number.MAX_SAFE_INTEGER }])('takes %j', (good) => {
    expect(() => assertRow(example, good)).not.toThrow();
  });

  it.each([
    ['a missing text', { id: undefined }],
    ['null where there must be a text', { id: null }],
    ['a number for a text', { id: 7 }],
    ['U+0000', { id: 'a\0b' }],
    ['half a character', { id: '\ud83d' }],
    ['a text for a number', { count: '3' }],
    ['a fraction', { count: 0.5 }],
    ['a number too large', { count: 2 ** 53 }],
    ['NaN', { dueFen: NaN }],
    ['a boolean', { open: true }],
    ['a list', { receiptNo: ['B-001'] }],
  ])('refuses %s', (_what, wrong) => {
    expect(() => assertRow(example, { ...row, ...wrong })).toThrow(BadRow);
  });

  it('never repeats the value, which may be about a person', () => {
    expect(() => assertRow(example, { ...row, id: '张三\0' })).toThrow(
      'example.id must be storable text, but the event gives other text',
    );
    expect(() => assertRow(example, { ...row, count: '500112' })).toThrow(
      'example.count must be a whole number, but the event gives other text',
    );
  });

  it('makes any text storable', () => {
    expect(storableText('a\0b\ud83dc😀')).toBe('a?b?c😀');
  });
});
