import { Link } from '@tanstack/react-router';
import type { WorklistItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { useTaskWords } from '../../components/use-task-words';
import { useUnitName } from '../../shared/programme';
import type { Place } from './place-of';
import styles from './subject-card.module.css';

interface Props {
  readonly item: WorklistItem;
  readonly place: Place;
}

/** A thing to do that has a page of its own: what it is, how much it holds, and the way there. */
export function SubjectCard({ item, place }: Props) {
  const { t } = useTranslation();
  const wordsOf = useTaskWords();
  const unitName = useUnitName();
  const { kind, town, village, count, amountFen, rewardFen, task } = item;
  return (
    <section className={styles['card']}>
      <h2>{t(`inbox.kinds.${kind}`, { unit: unitName(village ?? town) })}</h2>
      <p>{t('inbox.holds', { count })}</p>
      <p className={styles['amount']}>
        <Money fen={amountFen} /> {t('money.yuan')}
      </p>
      {rewardFen > 0 && (
        <p>
          {t('batch.columns.reward')} <Money fen={rewardFen} /> {t('money.yuan')}
        </p>
      )}
      <Link {...(place as { to: never })} className={styles['go']}>
        {wordsOf(task, kind)}
        <Icon name="right" />
      </Link>
    </section>
  );
}
