import { useTranslation } from 'react-i18next';

/** An address that leads nowhere, and the way back. */
export function NoSuchScreen() {
  const { t } = useTranslation();
  return (
    <main>
      <p>
        {t('noSuchPage.says')} <a href="/m">{t('noSuchPage.back')}</a>
      </p>
    </main>
  );
}
