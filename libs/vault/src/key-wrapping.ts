import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { decrypt, encrypt, NONCE_BYTES } from './authenticated-encryption';
import { KeyDamaged } from './errors';
import { frame } from './frame';

const DATA_KEY_BYTES = 32;

/** A new random data key, wrapped for one owner. The nonce is random too: a wrapping key serves few messages. */
export function wrapNewKey(wrappingKey: KeyObject, owner: string): string {
  const clear = randomBytes(DATA_KEY_BYTES);
  const wrapped = encrypt(wrappingKey, randomBytes(NONCE_BYTES), bindingOf(owner), clear);
  clear.fill(0);
  return wrapped.toString('base64url');
}

/** Opens a wrapped data key. Throws `KeyDamaged` when it was altered or stands in another owner's row. */
export function unwrapKey(wrappingKey: KeyObject, owner: string, wrapped: string): KeyObject {
  const clear = decrypt(wrappingKey, bindingOf(owner), Buffer.from(wrapped, 'base64url'));
  if (clear?.length !== DATA_KEY_BYTES) throw new KeyDamaged(owner);
  return createSecretKey(clear);
}

function bindingOf(owner: string): Buffer {
  return frame('data-key.v1', owner);
}
