import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note';
import { TownSummaryPage } from '../../features/summaries/town-summary';
import { useTownSummary } from '../../features/summaries/use-town-summary';
import styles from './page.module.css';

/** A town's budget summary. */
export function TownSummary() {
  const { t } = useTranslation();
  const { town } = useParams({ from: '/towns/$town/summary' });
  const { sheet } = useSearch({ from: '/towns/$town/summary' });
  const { data: view, error } = useTownSummary(town);
  return (
    <main className={styles['page']}>
      {error && !view && <ProblemNote error={error} />}
      {!error && !view && <p>{t('loading')}</p>}
      {view && <TownSummaryPage key={`${town} ${sheet}`} view={view} sheetNo={sheet} />}
    </main>
  );
}
