const KIND = 'payment-';

/** The id of the batch that a stream is about; undefined for a stream of another kind. */
export function batchIdOf(stream: string): string | undefined {
  return stream.startsWith(KIND) ? stream.slice(KIND.length) : undefined;
}
