import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../components/icon';
import { Money } from '../../components/money';
import { currentLanguage } from '../../shared/language';
import { capitalYuan } from './capital';
import type { threeSums } from './groups';
import styles from './payment.module.css';

interface Props {
  readonly sums: ReturnType<typeof threeSums>;
  /** Before it is sent, a batch has no outcome. */
  readonly isWithBank: boolean;
}

const PARTS = [
  ['confirmed', 'approved'],
  ['returned', 'back'],
  ['unknown', 'question'],
] as const satisfies readonly (readonly [string, IconName])[];

/** What the batch comes to, and the three sums that it falls into at the bank. */
export function BatchSums({ sums, isWithBank }: Props) {
  const { t } = useTranslation();
  return (
    <dl className={styles['sums']}>
      <div>
        <dt>{t('payment.sums.all', { count: sums.all.count })}</dt>
        <dd>
          <Money fen={sums.all.sumFen} />
        </dd>
        {currentLanguage() !== 'en' && <dd className={styles['small']}>{capitalYuan(sums.all.sumFen)}</dd>}
      </div>
      {isWithBank &&
        PARTS.map(([part, icon]) => (
          <div key={part} className={styles[part]}>
            <dt>
              <Icon name={icon} /> {t(`payment.sums.${part}`, { count: sums[part].count })}
            </dt>
            <dd>
              <Money fen={sums[part].sumFen} />
            </dd>
            <dd className={styles['small']}>{t(`payment.sums.${part}Says`)}</dd>
          </div>
        ))}
    </dl>
  );
}
