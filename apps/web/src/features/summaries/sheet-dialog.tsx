import type { AllowedAction, Answer, SummarySheetView, TownSummaryView } from '@yihu/api-contract';
import { formOf, pathTo, type CommandForm } from '@yihu/api-contract/browser';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog';
import { useCommand } from '../../shared/use-command';
import { ReceiveForm } from './forms/receive-form';
import { SealForm } from './forms/seal-form';
import type { SheetFormProps } from './forms/sheet-form';
import { SubmitForm } from './forms/submit-form';
import { VoidForm } from './forms/void-form';

const FORMS: Readonly<Partial<Record<CommandForm, ComponentType<SheetFormProps>>>> = {
  seal: SealForm,
  sheet: SubmitForm,
  receive: ReceiveForm,
  'sheet-reason': VoidForm,
};

interface Props {
  readonly view: TownSummaryView;
  readonly sheet: SummarySheetView;
  readonly action: AllowedAction;
  readonly onClose: () => void;
}

/** What a person fills in about a sheet. */
export function SheetDialog({ view, sheet, action, onClose }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState<object | undefined>();
  const { mutate, error, isPending } = useCommand<Answer>(onClose);
  const form = formOf('summaries', action.command);
  const Form = form && FORMS[form];
  if (!Form) return null;
  const words = t(`commands.summaries.${action.command}`);
  const give = () =>
    body &&
    mutate({
      path: pathTo('summaries', action.command, view.id),
      body: { no: sheet.no, ...body },
      revision: view.revision,
    });
  return (
    <FormDialog
      title={t('summary.dialog', { action: words, town: view.townName, no: sheet.no })}
      action={words}
      isReady={body !== undefined}
      isUnderWay={isPending}
      error={error}
      labelOf={(field) => t(`summary.fields.${field}`, { defaultValue: field })}
      onGive={give}
      onClose={onClose}
    >
      <Form view={view} sheet={sheet} action={action} onChange={setBody} />
    </FormDialog>
  );
}
