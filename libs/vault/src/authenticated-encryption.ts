import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

export const NONCE_BYTES = 12;

/** What encryption adds to the clear bytes: the nonce before them and the tag after them. */
export const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;

/** AES-256-GCM: nonce, ciphertext and tag in one piece. The caller answers for the nonce being used once. */
export function encrypt(key: KeyObject, nonce: Buffer, boundTo: Buffer, clear: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo);
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** The clear bytes, or undefined when key, binding or any byte of the piece is not the one it was made with. */
export function decrypt(key: KeyObject, boundTo: Buffer, piece: Buffer): Buffer | undefined {
  if (piece.length < OVERHEAD_BYTES) return undefined;
  const nonce = piece.subarray(0, NONCE_BYTES);
  const ciphertext = piece.subarray(NONCE_BYTES, piece.length - TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo);
  decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
  const start = decipher.update(ciphertext);
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    // `final` throws for one reason only: the tag does not fit. Nothing of `start` may leave this function then.
    return undefined;
  }
}
