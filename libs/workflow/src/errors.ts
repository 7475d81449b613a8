import type { Refusal } from './rule';

/** The rules say no. Carries every reason at once (design: a refusal is an answer). */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly command: string,
    readonly refusals: readonly Refusal[],
  ) {
    super(`${command} refused by ${refusals.map((refusal) => refusal.rule).join(', ')}`);
  }
}

/** A history holds a fact that could not have happened. A bug or a damaged store, never skipped. */
export class CorruptHistory extends Error {
  override readonly name = 'CorruptHistory';
}

/** A workflow definition breaks the engine's rules. Thrown when the definition is loaded. */
export class ImpureWorkflow extends Error {
  override readonly name = 'ImpureWorkflow';
}
