import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, switchLanguage } from '../../../shared/language';
import { useDemo, useSession } from '../../../shared/session';
import { DemoRoles } from './demo-roles';
import { isLarge, switchTextSize } from './text-size';
import styles from './me.module.css';

export function Me() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data: demo } = useDemo();
  const [large, setLarge] = useState(isLarge);
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <main className={styles['page']}>
      <h1>{t('phone.me')}</h1>
      {session && (
        <p className={styles['who']}>
          <b>{session.name}</b>
          <span>
            {session.office}，{session.grants.map(({ role }) => t(`roles.${role}`)).join('、')}
          </span>
        </p>
      )}
      <Button
        block
        size="large"
        aria-pressed={large}
        onClick={() => {
          switchTextSize();
          setLarge(isLarge());
        }}
      >
        {t(large ? 'phone.normalText' : 'phone.largeText')}
      </Button>
      <Button block size="large" onClick={() => switchLanguage(other)}>
        <span lang={other}>{t('frame.otherLanguage')}</span>
      </Button>
      {demo && (
        <section>
          <h2>{t('phone.changeRole')}</h2>
          <DemoRoles demo={demo} />
        </section>
      )}
    </main>
  );
}
