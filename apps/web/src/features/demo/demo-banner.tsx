import type { DemoView, SessionView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { signInAs } from '../../shared/session';
import { timeOf } from '../../shared/format';
import styles from './demo-banner.module.css';

interface Props {
  readonly demo: DemoView;
  readonly session: SessionView | undefined;
}

/** Says loudly in one line what is made up here, what the clock says, and as whom one looks. */
export function DemoBanner({ demo, session }: Props) {
  const { t } = useTranslation();
  const become = async (staffId: string) => {
    await signInAs(staffId);
    const account = demo.accounts.find((each) => each.staffId === staffId);
    location.assign(account?.surface === 'phone' ? '/m' : '/inbox');
  };
  return (
    <aside className={styles['banner']} aria-label={t('demo.tag')}>
      <b>{t('demo.tag')}</b>
      <span className={styles['grow']}>{t('demo.what')}</span>
      <span>{t('demo.clock', { now: timeOf(session?.now ?? demo.now) })}</span>
      <label>
        {t('demo.role')}
        <select value={session?.staffId ?? ''} onChange={(event) => void become(event.target.value)}>
          {!session && <option value="">{t('demo.choose')}</option>}
          {session && !demo.accounts.some(({ staffId }) => staffId === session.staffId) && (
            <option value={session.staffId}>{session.name ?? session.office}</option>
          )}
          {demo.accounts.map(({ staffId, role, name, office }) => (
            <option key={staffId} value={staffId}>
              {t(`roles.${role}`)} {name} · {office}
            </option>
          ))}
        </select>
      </label>
    </aside>
  );
}
