import type { PathStop } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { shortDayOf } from '../../../shared/format';
import styles from './phone-case.module.css';

/** The stages in words of two characters; where the case stands is told to a screen reader too. */
export function PathDots({ path }: { readonly path: readonly PathStop[] }) {
  const { t } = useTranslation();
  return (
    <ol className={styles['path']}>
      {path.map(({ stage, state, enteredAt }) => (
        <li
          key={stage}
          data-state={state}
          {...(state === 'current' && { 'aria-current': 'step' as const })}
          title={enteredAt === undefined ? undefined : shortDayOf(enteredAt)}
        >
          <span>{state === 'past' && <Icon name="check" size={14} />}</span>
          {t(`shortStages.${stage}`)}
        </li>
      ))}
    </ol>
  );
}
