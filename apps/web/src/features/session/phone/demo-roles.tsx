import type { DemoView } from '@yihu/api-contract';
import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { signInAs } from '../../../shared/session';
import styles from './me.module.css';

/** Everyone of the demo; those who work at a desk are led there. */
export function DemoRoles({ demo }: { readonly demo: DemoView }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['roles']}>
      {demo.accounts.map(({ staffId, role, name, office, surface }) => (
        <li key={staffId}>
          <Button
            block
            size="large"
            onClick={async () => {
              await signInAs(staffId);
              location.assign(surface === 'phone' ? '/m' : '/inbox');
            }}
          >
            {t(`roles.${role}`)} {name}
            <small>
              {office} · {t(`phone.surface.${surface}`)}
            </small>
          </Button>
        </li>
      ))}
    </ul>
  );
}
