import type { AllowedAction, CaseView } from '@yihu/api-contract';
import { Button, Popup } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActSheet } from './act-sheet';
import { furtherActs, hasForm, nextAct } from './next-act';
import { RefusalSheet } from './refusal-sheet';
import styles from './phone-case.module.css';

/** One full-width button for the next act, and the others beside it in white. */
export function ActionBar({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<AllowedAction | undefined>();
  const next = nextAct(view);
  const others = furtherActs(view);
  const isMine = next !== undefined && !next.refusals.some(({ kind }) => kind === 'authority');
  const close = () => setShown(undefined);
  if (!isMine && others.length === 0) {
    return <footer className={styles['bar']}>{t('phone.notYours')}</footer>;
  }
  return (
    <footer className={styles['bar']}>
      {others.map((action) => (
        <Button key={action.command} size="large" onClick={() => setShown(action)}>
          {t(`commands.cases.${action.command}`)}
        </Button>
      ))}
      {isMine &&
        (hasForm(next.command) ? (
          <Button
            size="large"
            color={next.allowed ? 'primary' : 'default'}
            aria-disabled={!next.allowed}
            className={next.allowed ? styles['main'] : `${styles['main']} ${styles['off']}`}
            onClick={() => setShown(next)}
          >
            {t(`commands.cases.${next.command}`)}
          </Button>
        ) : (
          <p>
            {t('phone.atTheDesk', { task: t(`commands.cases.${next.command}`) })}{' '}
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
