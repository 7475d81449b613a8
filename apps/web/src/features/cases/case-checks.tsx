import type { AllowedAction, RefusalView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import styles from './case-checks.module.css';

interface Props {
  /** What the case waits for, as the server judges it. */
  readonly action: AllowedAction;
  /** Whether it waits for the reader: what they may not do is nothing against the case otherwise. */
  readonly isReaders: boolean;
}

/** What was checked: what stands against it first, then remarks, then what is in order, each with its source. */
export function CaseChecks({ action, isReaders }: Props) {
  const { t } = useTranslation();
  const refusals = action.refusals.filter(({ kind }) => isReaders || kind !== 'authority');
  const { remarks, passed } = action;
  const counts = { passed: passed.length, remarks: remarks.length, refused: refusals.length };
  return (
    <section className={styles['checks']} aria-labelledby="checks-title">
      <header>
        <h2 id="checks-title">{t('case.checks.title')}</h2>
        <span>{t('case.checks.counts', counts)}</span>
      </header>
      <ul>
        {refusals.map((refusal) => (
          <Against key={refusal.rule} refusal={refusal} look="refused" />
        ))}
        {remarks.map((remark) => (
          <Against key={remark.rule} refusal={remark} look="remark" />
        ))}
        {passed.map(({ rule, source, text }) => (
          <li key={rule} className={styles['passed']}>
            <Icon name="approved" size={15} />
            <p>{text}</p>
            <em>{source}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Against({ refusal, look }: { readonly refusal: RefusalView; readonly look: 'refused' | 'remark' }) {
  return (
    <li className={styles[look]}>
      <Icon name={look === 'refused' ? 'refused' : 'warning'} size={15} />
      <p>{refusal.text}</p>
      <em>{refusal.source}</em>
    </li>
  );
}
