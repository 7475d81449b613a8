import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchFormProps } from './batch-form';
import styles from './form.module.css';
import { ResultsByHand } from './results-by-hand';
import { ResultsFile } from './results-file';

/** What the bank answered: from its file, or row by row. */
export function ResultsForm({ view, onChange }: BatchFormProps) {
  const { t } = useTranslation();
  const [isByHand, setByHand] = useState(false);
  const turn = (byHand: boolean) => {
    onChange(undefined);
    setByHand(byHand);
  };
  return (
    <>
      <p className={styles['says']}>{t('payment.results.says')}</p>
      <div className={styles['switch']} role="group" aria-label={t('payment.results.how')}>
        {[false, true].map((each) => (
          <button
            key={String(each)}
            type="button"
            aria-pressed={each === isByHand}
            onClick={() => turn(each)}
          >
            {t(each ? 'payment.results.byHand' : 'payment.results.byFile')}
          </button>
        ))}
      </div>
      {isByHand ? (
        <ResultsByHand view={view} onChange={onChange} />
      ) : (
        <ResultsFile view={view} onChange={onChange} />
      )}
    </>
  );
}
