import type { AllowedAction, Answer, PaymentView } from '@yihu/api-contract';
import { formOf, pathTo, type CommandForm } from '@yihu/api-contract/browser';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../components/command-button';
import { FormDialog } from '../../components/form-dialog';
import { useCommand } from '../../shared/use-command';
import { ApproveForm } from './forms/approve-form';
import type { BatchFormProps } from './forms/batch-form';
import { CancelForm } from './forms/cancel-form';
import { ReleaseForm } from './forms/release-form';
import { ResultsForm } from './forms/results-form';

/** A form for each request about a batch, in the order in which the office comes to them. */
const FORMS: Readonly<Partial<Record<CommandForm, ComponentType<BatchFormProps>>>> = {
  reason: CancelForm,
  approve: ApproveForm,
  release: ReleaseForm,
  results: ResultsForm,
};

const formOfAction = ({ command }: AllowedAction) => formOf('payments', command);

/**
 * What can be done about a batch. What is a matter of another moment is left out; what only another person may do
 * stands there grey, and says who.
 */
export function BatchActions({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<AllowedAction | undefined>();
  const order = Object.keys(FORMS);
  const offered = view.allowedActions
    .filter((action) => formOfAction(action) !== undefined && formOfAction(action)! in FORMS)
    .filter(({ refusals }) => refusals.every(({ kind }) => kind !== 'stage'))
    .sort((one, other) => order.indexOf(formOfAction(one)!) - order.indexOf(formOfAction(other)!));
  const primary = offered.findLast((action) => formOfAction(action) !== 'reason');
  return (
    <>
      {offered
        .filter((action) => action === primary || action.allowed)
        .map((action) => (
          <CommandButton
            key={action.command}
            action={action}
            words={t(`commands.payments.${action.command}`)}
            {...(action === primary && { look: 'primary' as const })}
            onPress={() => setOpen(action)}
          />
        ))}
      {open && <BatchDialog view={view} action={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface DialogProps {
  readonly view: PaymentView;
  readonly action: AllowedAction;
  readonly onClose: () => void;
}

function BatchDialog({ view, action, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState<object | undefined>();
  const { mutate, error, isPending } = useCommand<Answer>(onClose);
  const form = formOfAction(action);
  const Form = form && FORMS[form];
  if (!Form) return null;
  const words = t(`commands.payments.${action.command}`);
  const give = () =>
    body && mutate({ path: pathTo('payments', action.command, view.id), body, revision: view.revision });
  return (
    <FormDialog
      title={words}
      action={words}
      isReady={body !== undefined}
      isUnderWay={isPending}
      error={error}
      labelOf={(field) => t(`payment.fields.${field}`, { defaultValue: field })}
      onGive={give}
      onClose={onClose}
      isWide={form === 'results'}
    >
      <Form view={view} onChange={setBody} />
    </FormDialog>
  );
}
