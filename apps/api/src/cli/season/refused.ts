import { Declined, type RefusalTold } from './office';

/**
 * The refusal by a rule that the season's people expect, or undefined when the answer was yes. Any other no ends
 * the season: its people know what they do.
 */
export async function refusalBy(rule: string, answer: Promise<unknown>): Promise<RefusalTold | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    const refusal =
      error instanceof Declined ? error.problem.refusals?.find((each) => each.rule === rule) : undefined;
    if (refusal) return refusal;
    throw error;
  }
}

/** Throws unless a rule refused: what a story shows must not pass by unnoticed. */
export async function expectRefusal(rule: string, answer: Promise<unknown>): Promise<void> {
  if (!(await refusalBy(rule, answer))) throw new Error(`what ${rule} was to refuse was done`);
}
