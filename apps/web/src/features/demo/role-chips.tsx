import type { DemoAccount, DemoView, SessionView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { useUnitName } from '../../shared/programme';
import { signInAs } from '../../shared/session';
import styles from './role-chips.module.css';
import { accountOf } from './visitor';

/** Who works behind the programme has no screen here. */
const UNSEEN: readonly DemoAccount['role'][] = ['administrator', 'operator'];

interface Props {
  readonly demo: DemoView;
  readonly session: SessionView | undefined;
}

/** One account of each role to look as; the page then shows what that person has to do. */
export function RoleChips({ demo, session }: Props) {
  const { t } = useTranslation();
  const roles = [...new Set(demo.accounts.map(({ role }) => role))].filter((role) => !UNSEEN.includes(role));
  const accounts = roles.flatMap((role) => {
    const own = demo.accounts.find((each) => each.role === role && each.staffId === session?.staffId);
    return own ?? accountOf(demo, role) ?? [];
  });
  const unitName = useUnitName();
  // The district is no unit of its own programme.
  const placeName = (territory: string) =>
    unitName(territory) === territory ? demo.districtName : unitName(territory);
  const become = async ({ staffId, surface }: DemoAccount) => {
    await signInAs(staffId);
    location.assign(surface === 'phone' ? '/m' : '/');
  };
  return (
    <section className={styles['chips']} aria-label={t('visit.roles')}>
      <h2>{t('visit.roles')}</h2>
      {accounts.map((account) => {
        const isThis = account.staffId === session?.staffId;
        return (
          <button
            key={account.staffId}
            type="button"
            aria-pressed={isThis}
            onClick={() => void become(account)}
          >
            <Icon name={isThis ? 'check' : 'person'} />
            {t(`roles.${account.role}`)}
            <small>{account.surface === 'phone' ? t('visit.onPhone') : placeName(account.territory)}</small>
          </button>
        );
      })}
    </section>
  );
}
