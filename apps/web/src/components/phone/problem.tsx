import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api';
import styles from './problem.module.css';

interface Props {
  readonly error: Error;
  /** Asks again. */
  readonly again?: () => void;
}

/** Why it did not work, in the server's own words where it answered. */
export function Problem({ error, again }: Props) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  return (
    <div role="alert" className={styles['problem']}>
      <h2>{problem?.title ?? t('unreachable.title')}</h2>
      {!problem && <p>{t('unreachable.says')}</p>}
      <ul>
        {problem?.refusals?.map(({ rule, source, text, clearedBy }) => (
          <li key={rule}>
            <p>{text}</p>
            <small>
              {t('refusal.clearedBy', { role: t(`roles.${clearedBy}`) })} · {rule} · {source}
            </small>
          </li>
        ))}
        {problem?.errors?.map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
        {problem?.changes?.map(({ type, revision }) => (
          <li key={revision}>{t(`facts.${type}`)}</li>
        ))}
      </ul>
      {problem?.errorId !== undefined && <small>{t('problem.errorId', { id: problem.errorId })}</small>}
      {again && (
        <Button size="large" onClick={again}>
          {t('problem.again')}
        </Button>
      )}
    </div>
  );
}
