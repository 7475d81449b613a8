import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { DemoBanner } from '../../features/demo/demo-banner';
import { NoDemo } from '../../features/demo/no-demo';
import { useTodoCount } from '../../features/worklist/use-worklist';
import { ApiProblem } from '../../shared/api';
import { currentLanguage, switchLanguage } from '../../shared/language';
import { useDemo, useSession } from '../../shared/session';
import { forgetSessionToken, sessionToken } from '../../shared/session-token';
import styles from './frame.module.css';

const PLACES = [
  { to: '/inbox', words: 'inbox' },
  { to: '/notices', words: 'notices' },
  { to: '/payments', words: 'payments' },
  { to: '/district', words: 'district' },
] as const;

/** Screens of panes that scroll by themselves; every other screen scrolls as a page does. */
const PANES = /^\/(inbox|cases\/[^/]+)$/;

/** What stands around every screen of the desk. */
export function Frame() {
  const { data: session } = useSession();
  const { data: demo } = useDemo();
  const { pathname } = useLocation();
  return (
    <div className={`${styles['frame']} ${PANES.test(pathname) ? styles['panes'] : ''}`}>
      {demo && <DemoBanner demo={demo} session={session} />}
      <Top />
      <Screen isFirst={pathname === '/'} />
    </div>
  );
}

/** The screen, for whoever is signed in. Anybody else is led to the first page, which says what can be done. */
function Screen({ isFirst }: { readonly isFirst: boolean }) {
  const { data: demo, isPending } = useDemo();
  const { error } = useSession();
  const isOver = error instanceof ApiProblem && error.problem.status === 401;
  if (isFirst || (sessionToken() !== undefined && !isOver)) return <Outlet />;
  if (isPending) return <main />;
  if (isOver) forgetSessionToken();
  return demo ? <Navigate to="/" reloadDocument /> : <NoDemo />;
}

function Top() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data: demo } = useDemo();
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <header className={styles['top']}>
      <Link to="/" className={styles['brand']}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        <span>{t('product.name')}</span>
        {demo && <small>{t('product.programme', { district: demo.districtName, year: demo.year })}</small>}
      </Link>
      {session && <Places />}
      <div className={styles['right']}>
        <a href="/api/docs">{t('frame.docs')}</a>
        <button type="button" onClick={() => switchLanguage(other)} lang={other}>
          {t('frame.otherLanguage')}
        </button>
        {session && (
          <span>
            <Icon name="person" /> {session.name ?? session.office}
          </span>
        )}
      </div>
    </header>
  );
}

function Places() {
  const { t } = useTranslation();
  const todo = useTodoCount();
  return (
    <nav aria-label={t('frame.places')}>
      {PLACES.map(({ to, words }) => (
        <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
          {t(`frame.${words}`)}
          {words === 'inbox' && todo !== undefined && todo > 0 && (
            <span className={styles['count']}>{todo}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
