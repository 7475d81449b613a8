import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note';
import { DistrictPage } from '../../features/district/district-page';
import { useDistrict } from '../../features/district/use-district';
import styles from './page.module.css';

/** The district, town by town. */
export function District() {
  const { t } = useTranslation();
  const { data: view, error } = useDistrict();
  return (
    <main className={styles['page']}>
      {error && !view && <ProblemNote error={error} />}
      {!error && !view && <p>{t('loading')}</p>}
      {view && <DistrictPage view={view} />}
    </main>
  );
}
