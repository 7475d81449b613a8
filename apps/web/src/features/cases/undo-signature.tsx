import type { Answer } from '@yihu/api-contract';
import { pathTo, undoOf } from '@yihu/api-contract/browser';
import { useTranslation } from 'react-i18next';
import { UndoBar } from '../../components/undo-bar';
import { ApiProblem } from '../../shared/api';
import { useCommand } from '../../shared/use-command';
import { useKeys } from '../../shared/use-keys';
import type { Done } from './done';
import { useCase } from './use-case';

/** How often the server is asked whether the next step was taken. */
const POLL_MS = 2000;

interface Props {
  readonly done: Done;
  readonly onUndone: (done: Done) => void;
  readonly onClose: () => void;
}

/** Takes a signature back for as long as the server offers it, and says why when it does not any more. */
export function UndoSignature({ done, onUndone, onClose }: Props) {
  const { t } = useTranslation();
  const { caseId, command, who, answer } = done;
  const undo = undoOf('cases', command) ?? '';
  const { data: view } = useCase(caseId, POLL_MS);
  const { mutate, error, isPending } = useCommand<Answer>(() => onUndone(done));
  // What the screen still has from before the signature says nothing about taking it back.
  const isCurrent = view !== undefined && view.revision >= answer.revision;
  const offer = isCurrent ? view.allowedActions.find((each) => each.command === undo) : undefined;
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const refusals = problem?.refusals ?? (offer && !offer.allowed ? offer.refusals : undefined);
  const why = refusals?.map(({ text }) => text).join('') ?? problem?.title;
  const press = () => {
    if (isPending || why !== undefined) return;
    mutate({
      path: pathTo('cases', undo, caseId),
      body: { reason: t('case.undo.reason') },
      revision: isCurrent ? view.revision : answer.revision,
    });
  };
  useKeys({ u: press });
  return (
    <UndoBar
      done={t('case.undo.done', { who, task: t(`commands.cases.${command}`) })}
      tooLate={why === undefined ? undefined : t('case.undo.tooLate', { who, why })}
      undo={t('case.undo.press')}
      isUnderWay={isPending}
      onUndo={press}
      onClose={onClose}
    />
  );
}

/** Whether what was done can be taken back at all. */
export const canBeUndone = ({ command }: Done): boolean => undoOf('cases', command) !== undefined;
