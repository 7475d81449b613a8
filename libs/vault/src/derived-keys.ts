import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;

/** Every purpose that a derived key serves, named once: two purposes never share key bytes. */
export type KeyPurpose =
  | 'master-key-check'
  | 'key-wrapping'
  | 'seal-nonce'
  | 'fingerprint-identity'
  | 'fingerprint-account'
  | 'body-hash';

/**
 * Derives the key for one purpose by HKDF-SHA256. The secrets it starts from are uniformly random, so no salt
 * is needed; the version in the info string leaves room for another scheme beside this one.
 */
export function deriveKey(secret: KeyObject, purpose: KeyPurpose): KeyObject {
  const bytes = hkdfSync('sha256', secret, '', `yihu.vault.v1/${purpose}`, KEY_BYTES);
  return createSecretKey(Buffer.from(bytes));
}

/** HMAC-SHA256 of the data under the key. */
export function hmac(key: KeyObject, data: Buffer): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
