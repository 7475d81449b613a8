import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { PhoneLink } from '../../components/phone/phone-link';
import styles from './tabs.module.css';

const TABS = [
  { href: '/m', icon: 'home', words: 'today' },
  { href: '/m/me', icon: 'person', words: 'me' },
] as const;

export function Tabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className={styles['tabs']} aria-label={t('phone.places')}>
      {TABS.map(({ href, icon, words }) => (
        <PhoneLink key={href} href={href} {...(pathname === href && { 'aria-current': 'page' as const })}>
          <Icon name={icon} size={24} />
          {t(`phone.${words}`)}
        </PhoneLink>
      ))}
    </nav>
  );
}
