import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { deriveKey, hmac } from './derived-keys';

const FINGERPRINT_HEX_CHARACTERS = 32;

/** What a fingerprint is taken of; each kind has its own key, so equal digits of two kinds do not meet. */
export type FingerprintKind = 'identity' | 'account';

/** The keyed hashes of a vault. Without the master key nobody can try numbers against them. */
export interface Fingerprints {
  /** The number must be in its normal form, or two spellings would make two people (NAM-01). */
  fingerprint(kind: FingerprintKind, number: string): string;
  bodyHash(value: unknown): string;
}

export function fingerprintsFrom(masterKey: KeyObject): Fingerprints {
  const kinds = {
    identity: deriveKey(masterKey, 'fingerprint-identity'),
    account: deriveKey(masterKey, 'fingerprint-account'),
  };
  const bodyHashKey = deriveKey(masterKey, 'body-hash');
  return {
    fingerprint(kind, number) {
      const digest = hmac(kinds[kind], Buffer.from(number, 'utf8'));
      return digest.toString('hex').slice(0, FINGERPRINT_HEX_CHARACTERS);
    },
    bodyHash(value) {
      return hmac(bodyHashKey, Buffer.from(canonicalJson(value), 'utf8')).toString('hex');
    },
  };
}
