import type { Answer, CaseView } from '@yihu/api-contract';
import { pathTo } from '@yihu/api-contract/browser';
import { useCommand } from '../../shared/use-command';
import type { Done } from './done';

/** Gives a command on a case as it stands on the screen. */
export function useGive(view: CaseView, onDone: (done: Done) => void) {
  const { mutate, reset, error, isPending } = useCommand<Answer>();
  const give = (command: string, body: object) =>
    mutate(
      { path: pathTo('cases', command, view.caseId), body, revision: view.revision },
      {
        onSuccess: (answer) => {
          const who = view.household.name ?? view.household.householdCode;
          onDone({ caseId: view.caseId, command, who, answer });
        },
      },
    );
  return { give, reset, error, isPending };
}
