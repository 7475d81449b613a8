import * as fc from 'fast-check';
import { maskAccount, maskIdentity, maskName, maskPhone } from './masks';

describe('masks (R32)', () => {
  it.each([
    ['王小明', '王**'],
    ['王明', '王*'],
    ['欧阳小明', '欧***'],
    ['阿依·演示', '阿****'],
    ['阿依・演示', '阿****'],
    ['𠮷田演示', '𠮷***'],
    ['ＡＢ', 'Ａ*'],
    [' 王明 ', '王*'],
    ['王', '*'],
    ['', ''],
  ])('shows the name %j as %j', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['99999919600203004X', '**************004X'],
    ['12345678', '****5678'],
    ['1234567', '*******'],
    ['', ''],
  ])('shows the identity number %j as %j', (identity, shown) => {
    expect(maskIdentity(identity)).toBe(shown);
  });

  it.each([
    ['10000000001', '100****0001'],
    ['+8610000000001', '+86*******0001'],
    ['02300001234', '023****1234'],
    ['67810000', '****0000'],
    ['110', '***'],
  ])('shows the phone number %j as %j', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });

  it('shows the last four of an account', () => {
    expect(maskAccount('0000001234567890126')).toBe('***************0126');
    expect(maskAccount('0126')).toBe('****');
  });

  it('keeps the number of characters and never splits one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const masked = maskName(name);
        expect(Array.from(masked)).toHaveLength(Array.from(name.trim()).length);
        expect(Array.from(masked).slice(1).join('')).toMatch(/^\**$/);
      }),
    );
  });
});
