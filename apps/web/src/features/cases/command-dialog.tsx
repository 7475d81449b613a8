import type { AllowedAction, CaseView } from '@yihu/api-contract';
import { formOf, type CommandForm } from '@yihu/api-contract/browser';
import { Modal } from 'antd';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { useFieldLabel } from '../../components/paper/use-field-label';
import { ProblemNote } from '../../components/problem-note';
import type { Done } from './done';
import { AcceptanceEntry } from './forms/acceptance-entry';
import { CompletionForm } from './forms/completion-form';
import { FileForm } from './forms/file-form';
import type { FormProps } from './forms/form';
import styles from './forms/form.module.css';
import { NoProjectForm } from './forms/no-project-form';
import { NothingForm } from './forms/nothing-form';
import { PlanForm } from './forms/plan-form';
import { ReasonForm } from './forms/reason-form';
import { RectifyForm, ReturnForm } from './forms/return-form';
import { AcceptForm, HouseholdSignForm, SignForm } from './forms/sign-form';
import { WithdrawForm } from './forms/withdraw-form';
import { useGive } from './use-give';

/** A form for each request that a case's commands have, and how wide it stands. */
const FORMS: Readonly<Partial<Record<CommandForm, readonly [ComponentType<FormProps>, number]>>> = {
  sign: [SignForm, 520],
  'sign-for-household': [HouseholdSignForm, 520],
  accept: [AcceptForm, 520],
  return: [ReturnForm, 860],
  rectify: [RectifyForm, 860],
  reason: [ReasonForm, 520],
  statement: [NoProjectForm, 520],
  withdraw: [WithdrawForm, 520],
  plan: [PlanForm, 960],
  completion: [CompletionForm, 520],
  acceptance: [AcceptanceEntry, 960],
  file: [FileForm, 520],
  nothing: [NothingForm, 440],
};

interface Props {
  readonly view: CaseView;
  readonly action: AllowedAction;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}

/** What a person fills in for a command, and the button that gives it. What the server has against it is shown in it. */
export default function CommandDialog({ view, action, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState<object | undefined>();
  const { give, error, isPending } = useGive(view, onDone);
  const labelOf = useFieldLabel(view.plan?.lines ?? []);
  const [Form, width] = FORMS[formOf('cases', action.command) ?? 'nothing'] ?? [NothingForm, 440];
  const title = t(`commands.cases.${action.command}`);
  const who = view.household.name ?? view.household.householdCode;
  return (
    <Modal
      open
      title={t('case.dialog.title', { title, who })}
      width={width}
      okText={title}
      cancelText={t('case.dialog.cancel')}
      okButtonProps={{ disabled: body === undefined, loading: isPending }}
      onOk={() => body && give(action.command, body)}
      onCancel={onClose}
      keyboard
      maskClosable={false}
    >
      <div className={styles['form']}>
        {action.remarks.map(({ rule, text }) => (
          <p key={rule} className={styles['remark']}>
            <Icon name="warning" /> {text}
          </p>
        ))}
        <Form view={view} onChange={setBody} />
        {error && <ProblemNote error={error} labelOf={(field) => labelOf(onPaper(field))} />}
      </div>
    </Modal>
  );
}

/** A request counts its rows from 0 and a paper from 1. */
function onPaper(field: string): string {
  return field.replace(/^lines\.(\d+)/, (_whole, index: string) => `lines.${Number(index) + 1}`);
}
