import type { AllowedAction, NoticeListItem } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../components/command-button';
import styles from './notice-detail.module.css';
import { NoticeDialog } from './notice-dialog';

interface Props {
  readonly notice: NoticeListItem;
  readonly today: string;
}

const formOfAction = ({ command }: AllowedAction) => formOf('notices', command);

/** What is a matter of another moment or another office is left out; what the rules still stop says why. */
function offeredOf({ allowedActions, postableCount }: NoticeListItem): readonly AllowedAction[] {
  return allowedActions
    .filter(({ refusals }) => refusals.every(({ kind }) => kind !== 'stage' && kind !== 'authority'))
    .filter((action) => formOfAction(action) !== 'notice' || postableCount > 0);
}

/** What can be done about a notice. The first that the rules allow is what it waits for. */
export function NoticeActions({ notice, today }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<AllowedAction | undefined>();
  const offered = offeredOf(notice);
  const primary = offered.find(({ allowed }) => allowed);
  return (
    <div className={styles['actions']}>
      {offered.map((action) => (
        <CommandButton
          key={action.command}
          action={action}
          words={t(`commands.notices.${action.command}`)}
          {...(action === primary && { look: 'primary' as const })}
          onPress={() => setOpen(action)}
        />
      ))}
      {open && (
        <NoticeDialog notice={notice} today={today} action={open} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
