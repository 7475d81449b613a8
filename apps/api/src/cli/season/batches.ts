import type { Journey } from './cast';
import type { Answer } from './office';
import type { Season } from './season-of';

/** The most items the API takes in one batch. */
const BATCH_ITEMS = 200;

export interface BatchItem {
  readonly journey: Journey;
  readonly body: object;
}

interface BatchReply {
  readonly items: readonly {
    readonly caseId: string;
    readonly ok: boolean;
    readonly answer?: Answer;
    readonly problem?: { readonly refusals?: readonly { readonly rule: string }[] };
  }[];
}

/**
 * Posts one command for many cases and gives those that were refused for one rule. Throws for any other
 * refusal: the season's people know what they do.
 */
export async function postBatch(
  { office, progress }: Season,
  by: string,
  command: string,
  items: readonly BatchItem[],
  mayRefuse?: string,
): Promise<readonly Journey[]> {
  const path = `/api/cases/${command}`;
  const refused: Journey[] = [];
  for (let from = 0; from < items.length; from += BATCH_ITEMS) {
    const page = items.slice(from, from + BATCH_ITEMS);
    const sent = page.map(({ journey: { caseId, revision }, body }) => ({ caseId, revision, ...body }));
    const again = `${sent[0]!.caseId} and ${sent.length - 1}`;
    const reply = await office.post<BatchReply>({ by, path, body: { items: sent }, again });
    for (const { caseId, ok, answer, problem } of reply.items) {
      const { journey } = page.find((each) => each.journey.caseId === caseId)!;
      const isExpected = problem?.refusals?.some(({ rule }) => rule === mayRefuse) ?? false;
      if (!ok && !isExpected) throw new Error(`${path} left ${caseId} undone: ${JSON.stringify(problem)}`);
      if (ok) journey.revision = answer!.revision;
      else refused.push(journey);
      progress.done();
    }
  }
  return refused;
}
