import type { CaseView } from '@yihu/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { awaitedAction } from '../offered';
import styles from './phone-case.module.css';

/** What the rules say about the next act: what stops it first, then remarks, then what is in order. */
export function Checks({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const next = awaitedAction(view);
  // Why somebody else's step is not this reader's is no check of the case.
  if (!next || next.refusals.some(({ kind }) => kind === 'authority')) return null;
  const { refusals, remarks, passed } = next;
  const against = refusals.length;
  return (
    <section className={styles['card']}>
      <button type="button" className={styles['fold']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={against > 0 ? 'refused' : 'approved'} size={20} />
        <b>
          {against > 0
            ? t('phone.checksAgainst', { count: against })
            : t('phone.checksPassed', { count: passed.length })}
        </b>
        <Icon name="down" size={18} />
      </button>
      {open && (
        <ul className={styles['checks']}>
          {[...refusals, ...remarks].map(({ rule, text, source, weight }) => (
            <li key={rule} data-weight={weight}>
              {text} <small>{source}</small>
            </li>
          ))}
          {passed.map(({ rule, text, source }) => (
            <li key={rule}>
              {text} <small>{source}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
