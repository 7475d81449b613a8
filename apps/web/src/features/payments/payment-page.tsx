import { Link } from '@tanstack/react-router';
import type { PaymentView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { saveFile } from '../../shared/csv';
import { useUnitName } from '../../shared/programme';
import { BatchActions } from './batch-actions';
import { batchFile } from './batch-file';
import { BatchRows } from './batch-rows';
import { BatchStatus } from './batch-status';
import { BatchSteps } from './batch-steps';
import { BatchSums } from './batch-sums';
import { outcomeGroups, threeSums } from './groups';
import styles from './payment.module.css';

/** A payment batch: whose hands it went through, what became of its money, and its rows with problems first. */
export function PaymentPage({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const groups = outcomeGroups(view);
  const sums = threeSums(groups);
  const isSettled = sums.confirmed.count === sums.all.count;
  return (
    <>
      <header className={styles['title']}>
        <Link to="/payments" className={styles['back']}>
          <Icon name="left" /> {t('payment.batches')}
        </Link>
        <h1>{t(`payment.tranche.${view.tranche}`)}</h1>
        <span>{t('payment.about', { town: unitName(view.town), count: view.rows.length })}</span>
        <BatchStatus
          status={view.status}
          isSettled={isSettled}
          isAnswered={view.status === 'released' && sums.unknown.count === 0}
        />
        <div>
          <Button
            onClick={() => saveFile(`${t('payment.file', { id: view.id.slice(0, 8) })}.csv`, batchFile(view))}
          >
            <Icon name="download" />
            {t('payment.bankFile')}
          </Button>
          <BatchActions view={view} />
        </div>
      </header>
      <div className={styles['panel']}>
        <BatchSteps view={view} sums={sums} />
        <BatchSums sums={sums} isWithBank={view.status === 'released'} />
      </div>
      <BatchRows groups={groups} sums={sums} isWithBank={view.status === 'released'} />
    </>
  );
}
