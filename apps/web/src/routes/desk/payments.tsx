import { useNavigate, useSearch } from '@tanstack/react-router';
import { ProblemNote } from '../../components/problem-note';
import { PaymentsPage } from '../../features/payments/payments-page';
import { usePayments, type PaymentFilter } from '../../features/payments/use-payments';
import styles from './page.module.css';

/** What is to be paid, and the batches of the programme. */
export function Payments() {
  const { town, tranche, status } = useSearch({ from: '/payments' });
  const navigate = useNavigate({ from: '/payments' });
  const { data, error } = usePayments({ town, tranche, status });
  const filterBy = (filter: PaymentFilter) =>
    void navigate({
      search: {
        ...(filter.town !== undefined && { town: filter.town }),
        ...(filter.tranche !== undefined && { tranche: filter.tranche }),
        ...(filter.status !== undefined && { status: filter.status }),
      },
    });
  return (
    <main className={styles['page']}>
      {error && <ProblemNote error={error} />}
      <PaymentsPage
        filter={{ town, tranche, status }}
        payments={data}
        onFilter={filterBy}
        onDrawn={(paymentId) => void navigate({ to: '/payments/$paymentId', params: { paymentId } })}
      />
    </main>
  );
}
