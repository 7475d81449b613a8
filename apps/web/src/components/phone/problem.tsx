import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../problem-note';
import styles from './problem.module.css';

interface Props {
  readonly error: Error;
  /** Asks again. */
  readonly again?: () => void;
}

/** Why it did not work, and a way to try once more. */
export function Problem({ error, again }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles['problem']}>
      <ProblemNote error={error} />
      {again && (
        <Button size="large" onClick={again}>
          {t('problem.again')}
        </Button>
      )}
    </div>
  );
}
