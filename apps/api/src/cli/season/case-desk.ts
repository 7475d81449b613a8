import type { Journey } from './cast';
import type { Answer } from './office';
import type { Season } from './season-of';

/** What a person sees of a case before acting on it. */
export interface CaseScreen {
  readonly revision: number;
  readonly plan?: { readonly contentHash: string; readonly planVersion: number };
  readonly acceptance?: { readonly contentHash: string };
  readonly recoveries: readonly { readonly recoveryId: string; readonly owedFen: number }[];
}

/** Opens the case's screen. */
export async function look({ office }: Season, by: string, journey: Journey): Promise<CaseScreen> {
  const screen = await office.get<CaseScreen>(by, `/api/cases/${journey.caseId}`);
  journey.revision = screen.revision;
  return screen;
}

/** Gives a command about a case, at the revision that was last seen of it. */
export async function act(
  { office, progress }: Season,
  by: string,
  journey: Journey,
  command: string,
  body: object,
): Promise<Answer> {
  const path = `/api/cases/${journey.caseId}/${command}`;
  const answer = await office.post({ by, path, body, revision: journey.revision });
  journey.revision = answer.revision;
  progress.done();
  return answer;
}
