import type { StoredEvent } from '@yihu/event-store';
import { caseWorkflow } from '@yihu/domain';
import { CorruptHistory, type Node } from '@yihu/workflow';

const memo = caseWorkflow.memo!;
const placeByKey = new Map<string, Node>([[memo.initial.key, memo.initial]]);

/**
 * Where a case stands after a fact, by the domain's own machine. `placeKey` is where it stood before, undefined
 * when the case has no facts yet. Throws `CorruptHistory` for a fact that the case cannot take there.
 */
export function placeAfter(placeKey: string | undefined, workflowVersion: number, event: StoredEvent): Node {
  if (workflowVersion !== caseWorkflow.version) {
    throw new CorruptHistory(`this program does not know case workflow version ${workflowVersion}`);
  }
  if (caseWorkflow.notes.has(event.type)) {
    if (placeKey === undefined) throw new CorruptHistory(`the note ${event.type} came before CaseOpened`);
    return placeOf(placeKey);
  }
  const place = placeKey === undefined ? memo.initial : placeOf(placeKey);
  const next = memo.next(place, event.type);
  if (next === undefined) throw new CorruptHistory(`a case cannot take ${event.type} in ${place.key}`);
  placeByKey.set(next.key, next);
  return next;
}

/** After a start the rows hold places that this process has not walked through yet. */
function placeOf(key: string): Node {
  if (!placeByKey.has(key)) walkMachine();
  const place = placeByKey.get(key);
  if (place === undefined) throw new CorruptHistory(`the case machine has no place ${key}`);
  return place;
}

function walkMachine(): void {
  for (const place of placeByKey.values()) {
    for (const move of caseWorkflow.moves) {
      const next = memo.next(place, move);
      // The map grows under its own iteration, which is how the walk reaches every place.
      if (next !== undefined) placeByKey.set(next.key, next);
    }
  }
}
