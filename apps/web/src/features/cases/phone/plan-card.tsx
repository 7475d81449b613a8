import type { PlanView } from '@yihu/api-contract';
import { sayQuantity } from '@yihu/api-contract/browser';
import { useTranslation } from 'react-i18next';
import { yuan } from '../../../shared/format';
import styles from './phone-case.module.css';

/** The budget as cards: what, how many at which price, and the sum. */
export function PlanCard({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation();
  return (
    <section className={styles['card']}>
      <h2>
        {t('phone.budget', { version: plan.planVersion })}
        <small>{t('money.unit')}</small>
      </h2>
      <ul className={styles['lines']}>
        {plan.lines.map(({ item, unit, quantityMilli, unitPriceFen, amountFen }, index) => (
          <li key={index}>
            <b>{item}</b>
            <b>{yuan(amountFen)}</b>
            <span>
              {sayQuantity(quantityMilli)} {unit} × {yuan(unitPriceFen)}
            </span>
          </li>
        ))}
        <li>
          <b>{t('phone.sum')}</b>
          <b className={styles['sum']}>{yuan(plan.subsidyFen)}</b>
          <span>
            {t('phone.forecast', { forecast: yuan(plan.forecastFen), reward: yuan(plan.rewardFen) })}
          </span>
        </li>
      </ul>
    </section>
  );
}
