import type { PlanView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import styles from './case-papers.module.css';

/** The three grounds of a plan (R13), which the form itself has no room for. */
export function Grounds({ plan }: { readonly plan: PlanView | undefined }) {
  const { t } = useTranslation();
  if (!plan?.grounds) return null;
  const { wish, circumstances, items } = plan.grounds;
  return (
    <dl className={styles['grounds']}>
      {Object.entries({ wish, circumstances, items }).map(([key, text]) => (
        <div key={key}>
          <dt>{t(`case.grounds.${key}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
