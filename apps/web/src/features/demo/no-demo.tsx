import { useTranslation } from 'react-i18next';
import styles from './no-demo.module.css';

/** What a server that is no demo tells somebody who is not signed in: what there is, and what there is not yet. */
export function NoDemo() {
  const { t } = useTranslation();
  return (
    <main className={styles['page']}>
      <h1>{t('visit.title')}</h1>
      <p>{t('visit.noSignIn.says')}</p>
      <p>{t('visit.noSignIn.operator')}</p>
      <p>
        <a href="/api/docs">{t('visit.noSignIn.docs')}</a>
      </p>
    </main>
  );
}
