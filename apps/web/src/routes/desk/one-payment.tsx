import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note';
import { PaymentPage } from '../../features/payments/payment-page';
import { usePayment } from '../../features/payments/use-payments';
import styles from './page.module.css';

/** A payment batch. */
export function OnePayment() {
  const { t } = useTranslation();
  const { paymentId } = useParams({ from: '/payments/$paymentId' });
  const { data: view, error } = usePayment(paymentId);
  return (
    <main className={styles['page']}>
      {error && !view && <ProblemNote error={error} />}
      {!error && !view && <p>{t('loading')}</p>}
      {view && <PaymentPage key={paymentId} view={view} />}
    </main>
  );
}
