import { createHash } from 'node:crypto';

/** The hash of a demo photo. The picture itself comes with attachments; the fact carries only its hash. */
export function photo(name: string): string {
  return createHash('sha256').update(`demo photo of ${name}`).digest('hex');
}
