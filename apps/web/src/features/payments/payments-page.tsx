import type { PaymentListItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../../shared/programme';
import { DrawPanel } from './draw-panel';
import { PaymentList } from './payment-list';
import styles from './payments.module.css';
import { useTownsToDraw, type PaymentFilter } from './use-payments';

interface Props {
  readonly filter: PaymentFilter;
  readonly payments: readonly PaymentListItem[] | undefined;
  readonly onFilter: (filter: PaymentFilter) => void;
  readonly onDrawn: (paymentId: string) => void;
}

const TRANCHES = [1, 2] as const;
const STATUSES = ['drawn', 'approved', 'released', 'cancelled'] as const;

/** What is to be paid next, and the batches there are. */
export function PaymentsPage({ filter, payments, onFilter, onDrawn }: Props) {
  const { t } = useTranslation();
  const toDraw = useTownsToDraw();
  return (
    <>
      <header className={styles['title']}>
        <h1>{t('payment.title')}</h1>
        <span>{t('money.unit')}</span>
      </header>
      {toDraw.flatMap(({ year, town }) =>
        TRANCHES.map((tranche) => (
          <DrawPanel key={`${town} ${tranche}`} year={year} town={town} tranche={tranche} onDrawn={onDrawn} />
        )),
      )}
      <div className={styles['panel']}>
        <header>
          <h2>{t('payment.batches')}</h2>
          <Filters filter={filter} onFilter={onFilter} />
        </header>
        <PaymentList payments={payments} />
      </div>
    </>
  );
}

function Filters({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const { t } = useTranslation();
  const { data: programme } = useProgramme();
  const towns = programme?.units.filter(({ code }) => code in programme.towns) ?? [];
  return (
    <div className={styles['filters']}>
      <label>
        {t('payment.filters.town')}
        <select
          value={filter.town ?? ''}
          onChange={({ target }) => onFilter({ ...filter, town: target.value || undefined })}
        >
          <option value="">{t('payment.filters.all')}</option>
          {towns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('payment.filters.tranche')}
        <select
          value={filter.tranche ?? ''}
          onChange={({ target }) =>
            onFilter({ ...filter, tranche: TRANCHES.find((each) => String(each) === target.value) })
          }
        >
          <option value="">{t('payment.filters.all')}</option>
          {TRANCHES.map((tranche) => (
            <option key={tranche} value={tranche}>
              {t(`payment.tranche.${tranche}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('payment.filters.status')}
        <select
          value={filter.status ?? ''}
          onChange={({ target }) => onFilter({ ...filter, status: target.value || undefined })}
        >
          <option value="">{t('payment.filters.all')}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`payment.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
