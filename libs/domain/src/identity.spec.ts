import * as fc from 'fast-check';
import { identityRegion, isWellFormedIdentity } from './identity';
import { normaliseAccount, normaliseIdentity } from './normalise-number';

const DEMO_IDENTITIES = [
  '99999919600203004X',
  '999999197001011001',
  '99999919700101101X',
  '999999197001011028',
  '999999197001011036',
  '999999197001011044',
  '999999197001011052',
];

/** Another way to compute the check character than the code's: ISO 7064 MOD 11-2 as the standard's recursion. */
function checkCharacter(digits: string): string {
  const product = Array.from(digits).reduce((rest, digit) => ((rest + Number(digit)) * 2) % 11, 0);
  return '0123456789X'.charAt((12 - product) % 11);
}

describe('identity-well-formed (R3): shape, date and check character', () => {
  it.each(DEMO_IDENTITIES)('accepts %s', (identity) => {
    expect(isWellFormedIdentity(identity)).toBe(true);
  });

  it('agrees with the recursion of ISO 7064 on every possible last character', () => {
    const sequences = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'));
    fc.assert(
      fc.property(sequences, fc.constantFrom(...'0123456789X'), (sequence, last) => {
        const digits = `99999919700101${sequence}`;
        expect(isWellFormedIdentity(digits + last)).toBe(last === checkCharacter(digits));
      }),
    );
  });

  it('notices every single wrong digit and every swap of two neighbours', () => {
    const identity = DEMO_IDENTITIES[3] ?? '';
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789') {
        if (digit === identity[at]) continue;
        expect(isWellFormedIdentity(identity.slice(0, at) + digit + identity.slice(at + 1))).toBe(false);
      }
      const swapped = identity.slice(0, at) + identity[at + 1] + identity[at] + identity.slice(at + 2);
      expect(isWellFormedIdentity(swapped)).toBe(swapped === identity);
    }
  });

  it.each(['19700230', '19701301', '19700100', '19690229', '18991231', '21000101', '19700132'])(
    'refuses the birth date %s under a right check character',
    (date) => {
      const digits = `999999${date}001`;
      expect(isWellFormedIdentity(digits + checkCharacter(digits))).toBe(false);
    },
  );

  it('accepts 29 February of a leap year', () => {
    expect(isWellFormedIdentity(`99999920000229001${checkCharacter('99999920000229001')}`)).toBe(true);
  });

  it.each([
    '',
    '999999600203004',
    '99999919600203004',
    '99999919600203004XX',
    ' 99999919600203004X',
    '9'.repeat(18),
  ])('refuses %j', (text) => {
    expect(isWellFormedIdentity(text)).toBe(false);
  });

  it('refuses a number with a line break behind it', () => {
    expect(isWellFormedIdentity('99999919600203004X\n')).toBe(false);
  });
});

describe('NAM-01: one written form', () => {
  it.each(['99999919600203004X', '99999919600203004x', '99999919600203004Ｘ', '99999919600203004ｘ'])(
    'makes a capital X of %s',
    (typed) => {
      expect(normaliseIdentity(typed)).toBe('99999919600203004X');
      expect(isWellFormedIdentity(normaliseIdentity(typed))).toBe(true);
    },
  );

  it('refuses a small x that was not brought to its normal form, so that it can never be stored', () => {
    expect(isWellFormedIdentity('99999919600203004x')).toBe(false);
  });

  it('drops spaces, dashes and invisible marks and folds wide digits (IMP-11)', () => {
    expect(normaliseIdentity('\u3000999999\u00a019600203-004ｘ\u200b\t')).toBe('99999919600203004X');
    expect(normaliseIdentity('\u202d９９９９９９１９６００２０３００４Ｘ\u202c')).toBe('99999919600203004X');
    expect(normaliseAccount('0000 0012 3456 7890 124')).toBe('0000001234567890124');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseIdentity(text);
        expect(normaliseIdentity(once)).toBe(once);
      }),
    );
  });
});

describe('identity-region (R3)', () => {
  it('gives the six digits of a well-formed number', () => {
    expect(identityRegion('99999919600203004X')).toBe('999999');
  });

  it('gives nothing for any other text', () => {
    expect(identityRegion('99999919600203004x')).toBeUndefined();
    expect(identityRegion('999999')).toBeUndefined();
  });
});
