import { useRef } from 'react';
import type { Answer, CaseView } from '@yihu/api-contract';
import { pathTo } from '@yihu/api-contract/browser';
import { useCommand } from '../../shared/use-command';
import type { Done } from './done';

/** Gives a command on a case as it stands on the screen. */
export function useGive(view: CaseView, onDone: (done: Done) => void) {
  const given = useRef('');
  const { mutate, reset, error, isPending } = useCommand<Answer>((answer) => {
    const who = view.household.name ?? view.household.householdCode;
    onDone({ caseId: view.caseId, command: given.current, who, answer });
  });
  const give = (command: string, body: object) => {
    given.current = command;
    mutate({ path: pathTo('cases', command, view.caseId), body, revision: view.revision });
  };
  return { give, reset, error, isPending };
}
