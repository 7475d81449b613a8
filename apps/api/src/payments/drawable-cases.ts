import type { Engine } from '@yihu/engine';

/** A subject that is there for no one: a batch that is asked about before it is drawn. */
const NOT_DRAWN = 'not-drawn';

export interface DrawAsked {
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly caseIds: readonly string[];
  readonly actorId: string;
  readonly now: string;
}

/**
 * The cases against which no rule of drawing a batch has anything to say. A rule that refuses the batch as a whole,
 * as for whoever has no role in it, says nothing about a case.
 */
export async function drawableCases(
  engine: Engine,
  { actorId, now, caseIds, ...drawing }: DrawAsked,
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const [drawn] = await engine.explain({
    commands: ['drawBatch'],
    subjectId: NOT_DRAWN,
    actorId,
    now,
    input: { ...drawing, caseIds },
  });
  const refused = new Set(drawn!.refusals.flatMap(({ detail }) => caseIdsIn(detail['cases'])));
  return new Set(caseIds.filter((caseId) => !refused.has(caseId)));
}

function caseIdsIn(cases: unknown): readonly string[] {
  return Array.isArray(cases) ? cases.map((each: { readonly caseId: string }) => each.caseId) : [];
}
