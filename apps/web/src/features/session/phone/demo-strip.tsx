import type { DemoView, SessionView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../shared/format';
import { PhoneLink } from '../../../components/phone/phone-link';
import styles from './demo-strip.module.css';

interface Props {
  readonly demo: DemoView;
  readonly session: SessionView | undefined;
}

export function DemoStrip({ demo, session }: Props) {
  const { t } = useTranslation();
  return (
    <aside className={styles['strip']} aria-label={t('demo.tag')}>
      <b>{t('demo.tag')}</b>
      <span>{t('phone.todayIs', { today: dayOf(session?.now ?? demo.now) })}</span>
      {session && <PhoneLink href="/m/me">{t('phone.changeRole')}</PhoneLink>}
    </aside>
  );
}
