import type { AllowedAction, Answer, NoticeListItem } from '@yihu/api-contract';
import { formOf, pathTo, type CommandForm } from '@yihu/api-contract/browser';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog';
import { useCommand } from '../../shared/use-command';
import { NothingForm } from './forms/nothing-form';
import type { NoticeFormProps } from './forms/notice-form';
import { PhotoForm } from './forms/photo-form';
import { PostForm } from './forms/post-form';
import { PostingForm } from './forms/posting-form';
import { ReceiptForm } from './forms/receipt-form';

/** A form for each request about a notice. */
const FORMS: Readonly<Partial<Record<CommandForm, ComponentType<NoticeFormProps>>>> = {
  notice: PostForm,
  'notice-photo': PhotoForm,
  posting: PostingForm,
  receipt: ReceiptForm,
  nothing: NothingForm,
};

interface Props {
  readonly notice: NoticeListItem;
  readonly today: string;
  readonly action: AllowedAction;
  readonly onClose: () => void;
}

/** What a person fills in about a notice. */
export function NoticeDialog({ notice, today, action, onClose }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState<object | undefined>();
  const { mutate, error, isPending } = useCommand<Answer>(onClose);
  const form = formOf('notices', action.command);
  const Form = form && FORMS[form];
  if (!Form) return null;
  const words = t(`commands.notices.${action.command}`);
  const { id, revision, unitName, kind } = notice;
  // A posting opens the notice or goes on with it, so it names its subject itself.
  const path = pathTo('notices', action.command, form === 'notice' ? undefined : id);
  const give = () => body && mutate({ path, body, ...(revision >= 0 && { revision }) });
  return (
    <FormDialog
      title={t('notice.dialog', { action: words, unit: unitName, kind: t(`notice.kinds.${kind}`) })}
      action={words}
      isReady={body !== undefined}
      isUnderWay={isPending}
      error={error}
      labelOf={(field) => t(`notice.fields.${field}`, { defaultValue: field })}
      onGive={give}
      onClose={onClose}
    >
      <Form notice={notice} today={today} action={action} onChange={setBody} />
    </FormDialog>
  );
}
