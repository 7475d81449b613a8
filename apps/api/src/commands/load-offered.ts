import type { AllowedAction, Language } from '@yihu/api-contract';
import { allowedAction } from '../cases/case-view';
import type { ServerParts } from '../server-parts';
import { loadExisting } from './load-existing';

/** A subject as it is known now, with what may be done about it. Throws `RequestProblem` when there is none. */
export async function loadOffered<State>(
  parts: ServerParts,
  kind: string,
  id: string,
  actorId: string,
  language: Language,
) {
  const subject = await loadExisting<State>(parts.engine, kind, id);
  return { ...subject, allowedActions: await actionsOn(parts, kind, id, actorId, language) };
}

/** What an actor may do about a subject, and every reason against it. */
export async function actionsOn(
  { engine, clock }: ServerParts,
  kind: string,
  subjectId: string,
  actorId: string,
  language: Language,
): Promise<readonly AllowedAction[]> {
  const explanations = await engine.explain({ kind, subjectId, actorId, now: clock().toISOString() });
  return explanations.map((each) => allowedAction(each, language));
}
