import type { CaseView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { reasonsByField } from '../../components/paper/fields';
import { useFieldLabel } from '../../components/paper/use-field-label';
import { timeOf } from '../../shared/format';
import styles from './case-panel.module.css';

/** Who returned the plan and why, field by field, for as long as it has not gone further than it had. */
export function ReturnedNote({ view: { returned, plan } }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const labelOf = useFieldLabel(plan?.lines ?? []);
  if (!returned) return null;
  const { by, level, at } = returned;
  return (
    <section className={styles['returned']}>
      <h2>
        <Icon name="back" />
        {t('case.returned.title', { by: by ?? t(`levels.${level}`), at: timeOf(at) })}
      </h2>
      <ul>
        {Object.entries(reasonsByField(returned)).map(([field, reason]) => (
          <li key={field}>
            <b>{labelOf(field)}</b> {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
