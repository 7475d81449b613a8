import { useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@yihu/api-contract';
import { pathTo, undoOf } from '@yihu/api-contract/browser';
import { useRef, useState } from 'react';
import { ApiProblem, give } from '../../../shared/api';
import { newKey } from '../../../shared/new-key';

/** How taking one signature back ended. */
export type UndoOutcome = 'undone' | 'unknown' | { readonly why: string };

/** Takes the signatures of a batch back, one by one: each has its own answer. */
export function useBatchUndo(task: string, reason: string) {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, UndoOutcome>>(new Map());
  const [isUnderWay, setUnderWay] = useState(false);
  const segment = undoOf('cases', task);

  const undoOne = async ({ id: caseId, revision }: Answer): Promise<UndoOutcome> => {
    const key = keys.current.get(caseId) ?? newKey();
    keys.current.set(caseId, key);
    try {
      await give(pathTo('cases', segment!, caseId), { key, body: { reason }, revision });
      return 'undone';
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status >= 500) return 'unknown';
      const { refusals, title } = error.problem;
      return { why: refusals?.map(({ text }) => text).join('') ?? title };
    }
  };

  const undo = async (answers: readonly Answer[]) => {
    if (isUnderWay || segment === undefined) return;
    setUnderWay(true);
    for (const answer of answers) {
      const outcome = await undoOne(answer);
      setOutcomes((before) => new Map(before).set(answer.id, outcome));
    }
    setUnderWay(false);
    await queries.invalidateQueries();
  };
  return { undo, outcomes, isUnderWay, isOffered: segment !== undefined };
}
