import type { DemoView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { DemoRoles } from './demo-roles';
import styles from './me.module.css';

/** Nobody is signed in: a demo offers its people, any other server says where to turn. */
export function SignedOut({ demo }: { readonly demo: DemoView | undefined }) {
  const { t } = useTranslation();
  return (
    <main className={styles['page']}>
      <h1>{t('phone.who')}</h1>
      {demo ? <DemoRoles demo={demo} /> : <p>{t('phone.noSignIn')}</p>}
    </main>
  );
}
