import type { PaymentView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { yuan } from '../../../shared/format';
import styles from './form.module.css';

interface Props {
  readonly view: PaymentView;
  /** The key of the sentence, which names the count and the sum. */
  readonly words: string;
  readonly hash: string;
}

/** What a person decides about, with the fingerprint of it. */
export function BatchSays({ view, words, hash }: Props) {
  const { t } = useTranslation();
  const sumFen = view.rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <p className={styles['says']}>
      {t(words, { count: view.rows.length, sum: yuan(sumFen) })}
      <small>{t('payment.hash', { hash })}</small>
    </p>
  );
}
