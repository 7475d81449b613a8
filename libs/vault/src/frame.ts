const LENGTH_BYTES = 4;

/**
 * Joins texts so that no two different lists give the same bytes: each is preceded by its length in bytes.
 * Plain joining would let ('ab', 'c') pass for ('a', 'bc'), and so let a value move or two texts share a nonce.
 */
export function frame(...texts: string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8');
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}
