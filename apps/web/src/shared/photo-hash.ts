import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The SHA-256 of a photo as it was taken, before anything makes it smaller. */
export async function photoHash(photo: Blob): Promise<string> {
  return bytesToHex(sha256(new Uint8Array(await photo.arrayBuffer())));
}
