/** A stream's kind is what stands before the first hyphen; the rest is never parsed. */
export function kindOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-'));
}
