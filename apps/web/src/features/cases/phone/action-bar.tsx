import type { AllowedAction, CaseView } from '@yihu/api-contract';
import { Button, Popup } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shared/session';
import { offeredTo } from '../offered';
import { ActSheet } from './act-sheet';
import { isOnPhone } from './on-phone';
import { RefusalSheet } from './refusal-sheet';
import styles from './phone-case.module.css';

/** One full-width button for the next act, and the others beside it in white. */
export function ActionBar({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [shown, setShown] = useState<AllowedAction | undefined>();
  const { primary, secondary, more } = offeredTo(view, session);
  const others = [...(secondary ? [secondary] : []), ...more].filter(isOnPhone);
  const close = () => setShown(undefined);
  if (!primary && others.length === 0) {
    return <footer className={styles['bar']}>{t('phone.notYours')}</footer>;
  }
  return (
    <footer className={styles['bar']}>
      {others.map((action) => (
        <Button key={action.command} size="large" onClick={() => setShown(action)}>
          {t(`commands.cases.${action.command}`)}
        </Button>
      ))}
      {primary &&
        (isOnPhone(primary) ? (
          <Button
            size="large"
            color={primary.allowed ? 'primary' : 'default'}
            aria-disabled={!primary.allowed}
            className={primary.allowed ? styles['main'] : `${styles['main']} ${styles['off']}`}
            onClick={() => setShown(primary)}
          >
            {t(`commands.cases.${primary.command}`)}
          </Button>
        ) : (
          <p>
            {t('phone.atTheDesk', { task: t(`commands.cases.${primary.command}`) })}{' '}
            <a href={`/cases/${view.caseId}`}>{t('phone.openDesk')}</a>
          </p>
        ))}
      <Popup visible={shown !== undefined} onMaskClick={close} onClose={close} destroyOnClose>
        {shown &&
          (shown.allowed ? (
            <ActSheet view={view} action={shown} close={close} />
          ) : (
            <RefusalSheet action={shown} close={close} />
          ))}
      </Popup>
    </footer>
  );
}
