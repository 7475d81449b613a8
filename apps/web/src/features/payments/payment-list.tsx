import { Link } from '@tanstack/react-router';
import type { PaymentListItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { dayOf } from '../../shared/format';
import { useUnitName } from '../../shared/programme';
import { BatchStatus } from './batch-status';
import styles from './payments.module.css';

const COLUMNS = ['batch', 'town', 'status', 'count', 'sum', 'confirmed', 'problems'] as const;

/** The batches of a selection, the last drawn first. */
export function PaymentList({ payments }: { readonly payments: readonly PaymentListItem[] | undefined }) {
  const { t } = useTranslation();
  if (!payments) return <p className={styles['empty']}>{t('loading')}</p>;
  if (payments.length === 0) return <p className={styles['empty']}>{t('payment.none')}</p>;
  return (
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={t('payment.batches')}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {t(`payment.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <Row key={payment.paymentId} payment={payment} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ payment }: { readonly payment: PaymentListItem }) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const {
    paymentId,
    tranche,
    town,
    count,
    sumFen,
    confirmedFen,
    drawnAt,
    returnedCount,
    unknownCount,
    openCount,
  } = payment;
  return (
    <tr>
      <th scope="row" className={styles['batch']}>
        <Link to="/payments/$paymentId" params={{ paymentId }}>
          {t(`payment.tranche.${tranche}`)}
        </Link>
        <small>{t('payment.drawnOn', { day: dayOf(drawnAt) })}</small>
      </th>
      <td className={styles['town']}>{unitName(town)}</td>
      <td className={styles['status']}>
        <BatchStatus
          status={payment.status}
          isSettled={confirmedFen === sumFen}
          isAnswered={payment.status === 'released' && openCount + unknownCount === 0}
        />
      </td>
      <td>{count}</td>
      <td>
        <Money fen={sumFen} />
      </td>
      <td>
        <Money fen={confirmedFen} />
      </td>
      <td className={styles['problems']}>
        {returnedCount > 0 && (
          <span className={styles['returned']}>
            <Icon name="back" size={12} /> {t('payment.returnedCount', { count: returnedCount })}
          </span>
        )}
        {unknownCount > 0 && (
          <span className={styles['unknown']}>
            <Icon name="question" size={12} /> {t('payment.unknownCount', { count: unknownCount })}
          </span>
        )}
        {payment.incomplete && <span className={styles['returned']}>{t('payment.incomplete')}</span>}
      </td>
    </tr>
  );
}
