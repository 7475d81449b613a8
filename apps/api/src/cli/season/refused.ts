import { Declined, type RefusalTold } from './office';
import type { Season } from './season-of';

/** A no that the season's people expected. It leaves no fact, so it is noted here. */
export interface ExpectedRefusal extends RefusalTold {
  readonly caseId: string;
  /** ISO date. */
  readonly on: string;
}

/**
 * The refusal by a rule that the season's people expect, or undefined when the answer was yes. Any other no ends
 * the season: its people know what they do.
 */
export async function refusalBy(
  { clock, refusals }: Season,
  rule: string,
  caseId: string,
  answer: Promise<unknown>,
): Promise<RefusalTold | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    const told = error instanceof Declined ? error.problem.refusals : undefined;
    const refusal = told?.find((each) => each.rule === rule);
    if (!refusal) throw error;
    refusals.push({ rule, caseId, on: clock.today, detail: refusal.detail });
    return refusal;
  }
}

/** Throws unless a rule refused: what a story shows must not pass by unnoticed. */
export async function expectRefusal(
  season: Season,
  rule: string,
  caseId: string,
  answer: Promise<unknown>,
): Promise<void> {
  const refusal = await refusalBy(season, rule, caseId, answer);
  if (!refusal) throw new Error(`what ${rule} was to refuse was done`);
}
