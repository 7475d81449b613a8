import { useNavigate, useSearch } from '@tanstack/react-router';
import { ProblemNote } from '../../components/problem-note';
import { PaymentsPage } from '../../features/payments/payments-page';
import { usePayments, type PaymentFilter } from '../../features/payments/use-payments';
import { useSession } from '../../shared/session';
import styles from './page.module.css';

/** What the address says for all towns, since without a town it is one's own. */
const ALL_TOWNS = 'all';
const TOWN_LENGTH = 9;

/** What is to be paid, and the batches of the programme. */
export function Payments() {
  const { town, tranche, status } = useSearch({ from: '/payments' });
  const navigate = useNavigate({ from: '/payments' });
  const { data: session } = useSession();
  // A town's own people come for their own batches.
  const own = session?.grants.map(({ territory }) => territory.slice(0, TOWN_LENGTH));
  const shown = town ?? own?.find(({ length }) => length === TOWN_LENGTH) ?? ALL_TOWNS;
  const filter = { town: shown === ALL_TOWNS ? undefined : shown, tranche, status };
  const { data, error } = usePayments(filter);
  const filterBy = (next: PaymentFilter) =>
    void navigate({
      search: {
        town: next.town ?? ALL_TOWNS,
        ...(next.tranche !== undefined && { tranche: next.tranche }),
        ...(next.status !== undefined && { status: next.status }),
      },
    });
  return (
    <main className={styles['page']}>
      {error && <ProblemNote error={error} />}
      <PaymentsPage
        filter={filter}
        payments={data}
        onFilter={filterBy}
        onDrawn={(paymentId) => void navigate({ to: '/payments/$paymentId', params: { paymentId } })}
      />
    </main>
  );
}
