import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../shared/api';
import { timeOf } from '../shared/format';
import { Icon } from './icon';
import styles from './problem-note.module.css';
import { Reason } from './refusal-popover';

interface Props {
  readonly error: Error;
  /** Says what a field of the request is called on the screen. */
  readonly labelOf?: (field: string) => string;
}

/** Why it was not done, or that nobody knows whether it was; in the server's own words where it answered. */
export function ProblemNote({ error, labelOf = (field) => field }: Props) {
  const { t } = useTranslation();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const isUnknown = !problem || problem.status === 503;
  const { refusals = [], errors = [], changes = [], errorId } = problem ?? {};
  return (
    <section role="alert" className={styles['note']}>
      <h2>
        <Icon name={changes.length > 0 || isUnknown ? 'warning' : 'refused'} size={18} />
        {problem ? problem.title : t('unreachable.title')}
      </h2>
      {isUnknown && <p>{t('unreachable.says')}</p>}
      {changes.length > 0 && <p>{t('problem.notStored')}</p>}
      {refusals.map((refusal) => (
        <Reason key={refusal.rule} refusal={refusal} />
      ))}
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <b>{labelOf(field)}</b> {message}
          </li>
        ))}
        {changes.map(({ type, revision, recordedAt, role }) => (
          <li key={revision}>
            {timeOf(recordedAt)} {t(`roles.${role}`)}：{t(`facts.${type}`)}
          </li>
        ))}
      </ul>
      {errorId !== undefined && <small>{t('problem.errorId', { id: errorId })}</small>}
    </section>
  );
}
