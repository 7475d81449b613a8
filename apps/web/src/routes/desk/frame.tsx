import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DemoBanner } from '../../features/demo/demo-banner';
import { currentLanguage, switchLanguage } from '../../shared/language';
import { useDemo, useSession } from '../../shared/session';
import styles from './frame.module.css';

const PLACES = [
  { to: '/inbox', words: 'inbox' },
  { to: '/notices', words: 'notices' },
  { to: '/payments', words: 'payments' },
  { to: '/district', words: 'district' },
] as const;

/** What stands around every screen of the desk. */
export function Frame() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data: demo } = useDemo();
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <div className={styles['frame']}>
      {demo && <DemoBanner demo={demo} session={session} />}
      <header className={styles['top']}>
        <Link to="/" className={styles['brand']}>
          <img src="/icon.svg" alt="" width={26} height={26} />
          <span>{t('product.name')}</span>
          {demo && <small>{t('product.programme', { district: demo.districtName, year: demo.year })}</small>}
        </Link>
        <nav aria-label={t('frame.places')}>
          {session &&
            PLACES.map(({ to, words }) => (
              <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
                {t(`frame.${words}`)}
              </Link>
            ))}
        </nav>
        <div className={styles['right']}>
          <button type="button" onClick={() => switchLanguage(other)} lang={other}>
            {t('frame.otherLanguage')}
          </button>
          {session && <span>{session.name ?? session.office}</span>}
        </div>
      </header>
      <Outlet />
    </div>
  );
}
