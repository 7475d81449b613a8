import type { KeyObject } from 'node:crypto';
import { decrypt, encrypt, NONCE_BYTES, OVERHEAD_BYTES } from './authenticated-encryption';
import { canonicalJson, type JsonValue } from './canonical-json';
import { deriveKey, hmac } from './derived-keys';
import { SealBroken } from './errors';
import { frame } from './frame';

const PREFIX = 'sealed.v1.';

// The shortest JSON is one byte; base64url writes n bytes in ⌈4n/3⌉ characters.
const BODY_CHARACTERS_MIN = Math.ceil(((OVERHEAD_BYTES + 1) * 4) / 3);
const SEALED = new RegExp(`^sealed\\.v1\\.[A-Za-z0-9_-]{${BODY_CHARACTERS_MIN},}$`);

/** A value that only its owner's key opens: `sealed.v1.` and the base64url of nonce, ciphertext and tag. */
export type SealedValue = `${typeof PREFIX}${string}`;

/** An owner's key with the key that its nonces are drawn from. */
export interface OwnerKey {
  readonly data: KeyObject;
  readonly nonce: KeyObject;
}

export function ownerKeyFrom(data: KeyObject): OwnerKey {
  return { data, nonce: deriveKey(data, 'seal-nonce') };
}

/** True for text of the form that `seal` gives. It looks at the form only: whether it opens, `unseal` finds out. */
export function isSealed(value: unknown): value is SealedValue {
  return typeof value === 'string' && SEALED.test(value);
}

/**
 * Seals under the owner's key. The nonce is a keyed hash of all that makes the value what it is, so a command
 * sent twice gives the same bytes, and no nonce ever serves two texts or two fields.
 */
export function sealWith(
  key: OwnerKey,
  owner: string,
  field: string,
  clear: JsonValue,
  commandId: string,
): SealedValue {
  const text = canonicalJson(clear);
  const nonce = hmac(key.nonce, frame(commandId, field, text)).subarray(0, NONCE_BYTES);
  const piece = encrypt(key.data, nonce, bindingOf(owner, field), Buffer.from(text, 'utf8'));
  return `${PREFIX}${piece.toString('base64url')}`;
}

/** Opens a sealed value, or throws `SealBroken`. */
export function unsealWith(key: OwnerKey, owner: string, field: string, sealed: string): JsonValue {
  const piece = pieceOf(sealed);
  const clear = piece && decrypt(key.data, bindingOf(owner, field), piece);
  if (!clear) throw new SealBroken(owner, field);
  return JSON.parse(clear.toString('utf8')) as JsonValue;
}

/** Owner and field are authenticated with the value, so it cannot be moved to another person or another field. */
function bindingOf(owner: string, field: string): Buffer {
  return frame(PREFIX, owner, field);
}

function pieceOf(sealed: string): Buffer | undefined {
  if (!isSealed(sealed)) return undefined;
  const body = sealed.slice(PREFIX.length);
  const piece = Buffer.from(body, 'base64url');
  // Decoding ignores spare bits in the last character; comparing back makes every character count.
  return piece.toString('base64url') === body ? piece : undefined;
}
