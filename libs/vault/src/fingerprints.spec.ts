import { createSecretKey, randomBytes } from 'node:crypto';
import { fingerprintsFrom } from './fingerprints';

const masterKey = createSecretKey(Buffer.alloc(32, 7));
const { fingerprint, bodyHash } = fingerprintsFrom(masterKey);
const other = fingerprintsFrom(createSecretKey(randomBytes(32)));

describe('fingerprints (R27, identity-unique and account-unique)', () => {
  it('are 32 lower-case hex characters, as stream names need them', () => {
    expect(fingerprint('identity', '99999919600203004X')).toMatch(/^[0-9a-f]{32}$/);
  });

  // The expected values come from another implementation (Python's hmac), not from this code.
  it('stay the same for ever: a change here would orphan every claim stream', () => {
    expect(fingerprint('identity', '99999919600203004X')).toBe('8f1b01dda8b8b021158e2b53a748372c');
    expect(fingerprint('account', '0000001234567890126')).toBe('544792fe4685fbcb47fc71868ff3057b');
    expect(bodyHash({ name: '演示四', size: 3 })).toBe(
      '91b4b5761feea8734118ac84e06a15b7069b1b6c51b9bedb313e32c8ef45d118',
    );
  });

  it('differ by number, kind and master key', () => {
    const number = '999999197001011028';
    expect(fingerprint('identity', number)).not.toBe(fingerprint('identity', '999999197001011036'));
    expect(fingerprint('identity', number)).not.toBe(fingerprint('account', number));
    expect(fingerprint('identity', number)).not.toBe(other.fingerprint('identity', number));
  });
});

describe('the body hash (design §6, idempotency)', () => {
  it('does not depend on the order of keys', () => {
    expect(bodyHash({ a: 1, b: { c: 2, d: 3 } })).toBe(bodyHash({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('depends on every value, its type and the master key', () => {
    const bodies = [{ a: 1 }, { a: '1' }, { a: null }, { a: [1] }, { b: 1 }, {}, [], '', null, 0, false];
    expect(new Set(bodies.map(bodyHash)).size).toBe(bodies.length);
    expect(bodyHash({ a: 1 })).not.toBe(other.bodyHash({ a: 1 }));
    expect(bodyHash({ a: 1 })).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes a field that is undefined as one that is not there', () => {
    expect(bodyHash({ a: 1, b: undefined })).toBe(bodyHash({ a: 1 }));
  });

  it('refuses what JSON cannot say', () => {
    expect(() => bodyHash(undefined)).toThrow(TypeError);
    expect(() => bodyHash({ amount: Number.NaN })).toThrow();
  });
});
