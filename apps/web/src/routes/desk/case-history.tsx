import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { History } from '../../features/history/history';
import { useCaseEvents, useCaseNow } from '../../features/history/use-case-history';
import styles from './page.module.css';

/** A case's history, parked at the step that the address names. */
export function CaseHistory() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/cases/$caseId/history' });
  const { rev } = useSearch({ from: '/cases/$caseId/history' });
  const navigate = useNavigate({ from: '/cases/$caseId/history' });
  const { data: now } = useCaseNow(caseId);
  const { data: items } = useCaseEvents(caseId);
  const park = useCallback(
    (revision: number) => void navigate({ search: { rev: revision }, replace: true }),
    [navigate],
  );
  return (
    <main className={styles['page']}>
      <p className={styles['back']}>
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t('history.backToCase')}
        </Link>
      </p>
      {now && items ? (
        <History now={now} items={items} revision={rev} onRevision={park} />
      ) : (
        <p>{t('loading')}</p>
      )}
    </main>
  );
}
