import { RosterUnreadable } from './problem';

/** How the text of a file can be written. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

export const TEXT_ENCODINGS: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'gb18030'];

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Reads bytes as text: by its mark, else as UTF-8 when it is that throughout, else as GB18030, which takes
 * UTF-8 as well and would make other characters of it. Throws `RosterUnreadable`.
 */
export function decodeText(bytes: Uint8Array, asked?: TextEncoding): DecodedText {
  const marked = markOf(bytes);
  const tries: readonly TextEncoding[] = asked ? [asked] : marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of tries) {
    const text = decodedAs(encoding, bytes);
    if (text !== undefined && !text.includes('\u0000')) return { text, encoding };
  }
  throw new RosterUnreadable('text-unreadable', { encoding: tries.join(', ') });
}

function markOf([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function decodedAs(encoding: TextEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}
