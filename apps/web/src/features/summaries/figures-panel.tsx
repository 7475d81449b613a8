import type { TownSummaryView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { useProgramme } from '../../shared/programme';
import styles from './figures-panel.module.css';

const WHOLE_PERMILLE = 1000;

/** The town's quota, and whether its money is spread too evenly. */
export function FiguresPanel({ view }: { readonly view: TownSummaryView }) {
  return (
    <div className={styles['panels']}>
      <Quota view={view} />
      <EvenSplit modal={view.modal} />
    </div>
  );
}

/** What the town was given, has promised, and can still promise. */
function Quota({ view }: { readonly view: TownSummaryView }) {
  const { t } = useTranslation();
  const { allottedFen, reservedFen } = view;
  const part = allottedFen === 0 ? 0 : (reservedFen * 100) / allottedFen;
  return (
    <section className={styles['panel']} aria-label={t('summary.quota.title')}>
      <dl className={styles['figures']}>
        <div>
          <dt>{t('summary.quota.allotted')}</dt>
          <dd>
            <Money fen={allottedFen} />
          </dd>
        </div>
        <div>
          <dt>{t('summary.quota.reserved')}</dt>
          <dd>
            <Money fen={reservedFen} />
          </dd>
        </div>
        <div>
          <dt>{t('summary.quota.room')}</dt>
          <dd className={styles['room']}>
            <Money fen={allottedFen - reservedFen} />
          </dd>
        </div>
      </dl>
      <div className={styles['bar']} aria-hidden="true">
        <i style={{ width: `${Math.min(100, part).toFixed(1)}%` }} />
      </div>
    </section>
  );
}

/** Which subsidy most households have (R19): a hint with its line, and no verdict. */
function EvenSplit({ modal }: { readonly modal: TownSummaryView['modal'] | undefined }) {
  const { t } = useTranslation();
  const { data: programme } = useProgramme();
  const limit = programme?.policies.at(-1)?.policy.evenSplitPermille;
  if (!modal || limit === undefined) return null;
  const percent = (permille: number) => `${(permille / 10).toFixed(1)}%`;
  const isOver = modal.sharePermille > limit;
  return (
    <section className={styles['panel']} aria-label={t('summary.even.title')}>
      <p className={styles['even']}>
        <b>{t('summary.even.title')}</b>
        <span>
          {t('summary.even.most')} <Money fen={modal.subsidyFen} />
          {t('summary.even.share', { share: percent(modal.sharePermille) })}
        </span>
      </p>
      <div className={styles['scale']} aria-hidden="true">
        <i
          className={isOver ? styles['over'] : undefined}
          style={{ width: `${(modal.sharePermille * 100) / WHOLE_PERMILLE}%` }}
        />
        <u style={{ left: `${(limit * 100) / WHOLE_PERMILLE}%` }} />
      </div>
      <p className={styles['hint']}>
        {t(isOver ? 'summary.even.over' : 'summary.even.under', { limit: percent(limit) })}
      </p>
    </section>
  );
}
