import type { AllowedAction, Answer, CaseView } from '@yihu/api-contract';
import { formOf, pathTo } from '@yihu/api-contract/browser';
import { Button, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../components/phone/problem';
import { useCommand } from '../../../shared/use-command';
import { ReasonFields } from './reason-fields';
import { ReturnFields } from './return-fields';
import { SignFields } from './sign-fields';
import styles from './sheet.module.css';

interface Props {
  readonly view: CaseView;
  readonly action: AllowedAction;
  readonly close: () => void;
}

/** What a form gives: the request, or nothing while it is not filled in. */
export interface FieldsProps {
  readonly view: CaseView;
  readonly change: (body: object | undefined) => void;
}

/** The form of a command from below, and the button that gives it. */
export function ActSheet({ view, action: { command, remarks }, close }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState<object | undefined>();
  const give = useCommand<Answer>();
  const form = formOf('cases', command);
  const title = t(`commands.cases.${command}`);
  const send = async () => {
    if (!body) return;
    await give.mutateAsync({
      path: pathTo('cases', command, view.caseId),
      body,
      revision: view.revision,
    });
    Toast.show({ icon: 'success', content: t('phone.done', { task: title }) });
    close();
  };
  return (
    <form
      role="dialog"
      aria-modal="true"
      aria-labelledby="act-title"
      className={styles['sheet']}
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => undefined);
      }}
    >
      <h2 id="act-title">{title}</h2>
      {remarks.map(({ rule, text }) => (
        <p key={rule} className={styles['remark']}>
          {text}
        </p>
      ))}
      {form === 'sign' && <SignFields view={view} change={setBody} />}
      {form === 'sign-for-household' && <SignFields view={view} change={setBody} forHousehold />}
      {form === 'return' && <ReturnFields view={view} change={setBody} />}
      {form === 'reason' && <ReasonFields view={view} change={setBody} />}
      {give.error && <Problem error={give.error} />}
      <div className={styles['buttons']}>
        <Button size="large" type="button" onClick={close}>
          {t('phone.cancel')}
        </Button>
        <Button
          size="large"
          type="submit"
          color="primary"
          disabled={body === undefined}
          loading={give.isPending}
        >
          {t('phone.confirm', { task: title })}
        </Button>
      </div>
    </form>
  );
}
