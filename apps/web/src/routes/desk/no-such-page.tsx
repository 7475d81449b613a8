import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

/** An address that leads nowhere, and the way back. */
export function NoSuchPage() {
  const { t } = useTranslation();
  return (
    <main className={styles['page']}>
      <h1>{t('noSuchPage.title')}</h1>
      <p>
        {t('noSuchPage.says')} <a href="/">{t('noSuchPage.back')}</a>
      </p>
    </main>
  );
}
