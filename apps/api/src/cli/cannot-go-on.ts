/** A command cannot do its work; the message says why and what helps. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';
}
