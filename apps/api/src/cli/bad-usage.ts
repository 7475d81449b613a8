/** The command line cannot be understood; the message says what is wrong with it. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}
