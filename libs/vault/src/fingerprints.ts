import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { deriveKey, hmac } from './derived-keys';
import { normaliseAccount, normaliseIdentity } from './normalise-number';

const FINGERPRINT_HEX_CHARACTERS = 32;

/** What a fingerprint is taken of; each kind has its own key, so equal digits of two kinds do not meet. */
export type FingerprintKind = 'identity' | 'account';

/** The keyed hashes of a vault. Without the master key nobody can try numbers against them. */
export interface Fingerprints {
  fingerprint(kind: FingerprintKind, number: string): string;
  bodyHash(value: unknown): string;
}

export function fingerprintsFrom(masterKey: KeyObject): Fingerprints {
  const kinds = {
    identity: { key: deriveKey(masterKey, 'fingerprint-identity'), normalise: normaliseIdentity },
    account: { key: deriveKey(masterKey, 'fingerprint-account'), normalise: normaliseAccount },
  };
  const bodyHashKey = deriveKey(masterKey, 'body-hash');
  return {
    fingerprint(kind, number) {
      // Normal form here as well as in the request class: two spellings must never make two people (NAM-01).
      const { key, normalise } = kinds[kind];
      const digest = hmac(key, Buffer.from(normalise(number), 'utf8'));
      return digest.toString('hex').slice(0, FINGERPRINT_HEX_CHARACTERS);
    },
    bodyHash(value) {
      return hmac(bodyHashKey, Buffer.from(canonicalJson(value), 'utf8')).toString('hex');
    },
  };
}
