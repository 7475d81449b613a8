import type { Engine } from '@yihu/engine';
import { RequestProblem } from '../http/request-problem';

/** A subject as it is known now, under its id and revision. Throws `RequestProblem` when there is none. */
export async function loadExisting<State>(
  engine: Engine,
  kind: string,
  id: string,
): Promise<State & { readonly id: string; readonly revision: number }> {
  const { data, revision } = await engine.load(`${kind}-${id}`);
  if (revision < 0) throw new RequestProblem('not-found');
  return { ...(data as State), id, revision };
}
