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

/** The form of a command from below, and the button that gives it. */
export function ActSheet({ view, action: { command, remarks }, close }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState<object | undefined>();
  const form = formOf('cases', command);
  const title = t(`commands.cases.${command}`);
  const { mutate, error, isPending } = useCommand<Answer>(() => {
    Toast.show({ icon: 'success', content: t('phone.done', { task: title }) });
    close();
  });
  const send = () =>
    body && mutate({ path: pathTo('cases', command, view.caseId), body, revision: view.revision });
  return (
    <form
      role="dialog"
      aria-modal="true"
      aria-labelledby="act-title"
      className={styles['sheet']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2 id="act-title">{title}</h2>
      {remarks.map(({ rule, text }) => (
        <p key={rule} className={styles['remark']}>
          {text}
        </p>
      ))}
      {form === 'sign' && <SignFields view={view} onChange={setBody} />}
      {form === 'sign-for-household' && <SignFields view={view} onChange={setBody} forHousehold />}
      {form === 'return' && <ReturnFields view={view} onChange={setBody} />}
      {form === 'reason' && <ReasonFields view={view} onChange={setBody} />}
      {error && <Problem error={error} />}
      <div className={styles['buttons']}>
        <Button size="large" type="button" onClick={close}>
          {t('phone.cancel')}
        </Button>
        <Button size="large" type="submit" color="primary" disabled={body === undefined} loading={isPending}>
          {t('phone.confirm', { task: title })}
        </Button>
      </div>
    </form>
  );
}
