import { createSecretKey, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { NONCE_BYTES } from './authenticated-encryption';
import { SealBroken } from './errors';
import { isSealed, ownerKeyFrom, sealWith, unsealWith } from './seal';

const OWNER = 'household-0c7a';
const key = ownerKeyFrom(createSecretKey(randomBytes(32)));

const seal = (clear: string, command = 'command-1', field = 'name', owner = OWNER) =>
  sealWith(key, owner, field, clear, command);
const nonceOf = (sealed: string) =>
  Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
    .subarray(0, NONCE_BYTES)
    .toString('hex');

// `binary` goes over every UTF-16 unit, lone surrogates included.
const anyText = fc.string({ unit: 'binary' });

describe('sealed values (design §6)', () => {
  it('opens to the very text that was sealed', () => {
    fc.assert(
      fc.property(anyText, fc.string(), fc.string(), (text, field, command) => {
        const sealed = sealWith(key, OWNER, field, text, command);
        expect(isSealed(sealed)).toBe(true);
        expect(unsealWith(key, OWNER, field, sealed)).toBe(text);
      }),
    );
  });

  it('keeps a lone surrogate as it is (NAM-03)', () => {
    expect(unsealWith(key, OWNER, 'name', seal('演\ud840'))).toBe('演\ud840');
  });

  it('opens to the very JSON value that was sealed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = JSON.parse(JSON.stringify(value));
        expect(unsealWith(key, OWNER, 'members', sealWith(key, OWNER, 'members', json, 'command-1'))).toEqual(
          json,
        );
      }),
    );
  });

  it('gives the same bytes for the same command, whatever the order of keys', () => {
    expect(seal('王小明')).toBe(seal('王小明'));
    expect(sealWith(key, OWNER, 'members', { a: 1, b: 2 }, 'command-1')).toBe(
      sealWith(key, OWNER, 'members', { b: 2, a: 1 }, 'command-1'),
    );
  });

  it('never gives one nonce to two texts, fields or commands', () => {
    const short = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(short, short, anyText), { minLength: 2 }), (parts) => {
        const nonces = new Map(
          parts.map(([command, field, text]) => [
            JSON.stringify([command, field, text]),
            nonceOf(seal(text, command, field)),
          ]),
        );
        expect(new Set(nonces.values()).size).toBe(nonces.size);
      }),
    );
    const oneCommand = Array.from({ length: 2_000 }, (_, index) => nonceOf(seal(`演示${index}`)));
    expect(new Set(oneCommand).size).toBe(2_000);
  });

  it('does not let the border between command, field and text move', () => {
    expect(nonceOf(seal('x', 'ab', 'c'))).not.toBe(nonceOf(seal('x', 'a', 'bc')));
  });

  it('refuses a value moved to another owner, field or key', () => {
    const sealed = seal('王小明');
    const otherKey = ownerKeyFrom(createSecretKey(randomBytes(32)));
    expect(() => unsealWith(key, 'household-0c7b', 'name', sealed)).toThrow(SealBroken);
    expect(() => unsealWith(key, OWNER, 'phone', sealed)).toThrow(SealBroken);
    expect(() => unsealWith(key, `${OWNER}n`, 'ame', sealed)).toThrow(SealBroken);
    expect(() => unsealWith(otherKey, OWNER, 'name', sealed)).toThrow(SealBroken);
  });

  it('notices a change of any bit, and any missing or added byte', () => {
    const sealed = seal('王小明');
    const piece = Buffer.from(sealed.slice('sealed.v1.'.length), 'base64url');
    const written = (bytes: Buffer) => `sealed.v1.${bytes.toString('base64url')}`;
    expect(unsealWith(key, OWNER, 'name', written(piece))).toBe('王小明');
    for (let bit = 0; bit < piece.length * 8; bit += 1) {
      const altered = Buffer.from(piece);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unsealWith(key, OWNER, 'name', written(altered))).toThrow(SealBroken);
    }
    for (let length = 0; length < piece.length; length += 1) {
      expect(() => unsealWith(key, OWNER, 'name', written(piece.subarray(0, length)))).toThrow(SealBroken);
    }
    expect(() => unsealWith(key, OWNER, 'name', written(Buffer.concat([piece, Buffer.alloc(1)])))).toThrow(
      SealBroken,
    );
  });

  it('notices a change of any character of the written form', () => {
    // One to four text bytes, so that every count of spare bits in the last character is met.
    for (const text of ['a', 'ab', 'abc', 'abcd']) {
      const sealed = seal(text);
      for (let at = 0; at < sealed.length; at += 1) {
        for (const other of 'AaBQgw019-_.= ') {
          if (other === sealed[at]) continue;
          const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
          expect(() => unsealWith(key, OWNER, 'name', altered)).toThrow(SealBroken);
        }
      }
    }
  });

  it('does not repeat the value in its complaint', () => {
    const sealed = seal('王小明');
    expect(() => unsealWith(key, OWNER, 'phone', sealed)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(sealed) }),
    );
  });

  // Made by another implementation (Python's hmac and cryptography). Histories hold values like this one for ever.
  it('still writes and opens a value sealed in the first version', () => {
    const fixed = ownerKeyFrom(createSecretKey(Buffer.alloc(32, 7)));
    const sealed = 'sealed.v1.OaXCKQ19wFVJAhAK9DSMh4hbqAxqsfPhLYPrnrwA_YpTCXklcu3i';
    expect(sealWith(fixed, OWNER, 'name', '演示四', 'command-1')).toBe(sealed);
    expect(unsealWith(fixed, OWNER, 'name', sealed)).toBe('演示四');
  });

  it('refuses what JSON cannot say', () => {
    const nothing = undefined as unknown as string;
    expect(() => seal(nothing)).toThrow(TypeError);
  });

  it('knows its own form and no other', () => {
    expect(isSealed(seal(''))).toBe(true);
    for (const other of [
      '',
      '王小明',
      'sealed.v1.',
      'sealed.v1.AAAA',
      `sealed.v2.${'A'.repeat(60)}`,
      7,
      null,
      undefined,
    ]) {
      expect(isSealed(other)).toBe(false);
    }
    expect(isSealed(`${seal('王')}\n`)).toBe(false);
  });
});
