import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';

/** SHA-256 over RFC 8785 JSON, in hex: what a signature covers and what a manifest is known by. */
export function contentHash(content: object): string {
  return bytesToHex(sha256(canonicalize(content)!));
}
