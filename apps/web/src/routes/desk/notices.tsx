import { useNavigate, useSearch } from '@tanstack/react-router';
import { NoticesPage } from '../../features/notices/notices-page';
import styles from './page.module.css';

/** The public notices of a town or a village. */
export function Notices() {
  const choice = useSearch({ from: '/notices' });
  const navigate = useNavigate({ from: '/notices' });
  return (
    <main className={styles['page']}>
      <NoticesPage choice={choice} onUnit={(unit) => void navigate({ search: { unit } })} />
    </main>
  );
}
