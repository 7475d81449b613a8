import type { WorklistItem } from '@yihu/api-contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money';
import { useUnitName } from '../../../shared/programme';
import styles from './batch.module.css';

interface Props {
  readonly items: readonly WorklistItem[];
  readonly ticked: ReadonlySet<string>;
  /** Ticks and unticks; without it the table only shows what was ticked. */
  readonly onTick: ((caseIds: readonly string[], isTicked: boolean) => void) | undefined;
  /** The head of the last column, and what stands in it for each item. */
  readonly lastColumn: string;
  readonly lastCell: (item: WorklistItem) => ReactNode;
  /** What stands in a row of its own under an item. */
  readonly under: (item: WorklistItem) => ReactNode;
  readonly sum: { readonly title: string; readonly items: readonly WorklistItem[] };
}

const sumOf = (items: readonly WorklistItem[], field: 'amountFen' | 'rewardFen') =>
  items.reduce((sum, item) => sum + item[field], 0);

/** The cases of a batch, in the order in which they waited; before and after the decision it is the same table. */
export function BatchTable({ items, ticked, onTick, lastColumn, lastCell, under, sum }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={t('batch.table')}>
      <table className={styles['table']}>
        <Head items={items} ticked={ticked} onTick={onTick} lastColumn={lastColumn} />
        <tbody>
          {items.map((item, index) => (
            <Row
              key={item.subjectId}
              item={item}
              no={index + 1}
              isTicked={ticked.has(item.subjectId)}
              onTick={onTick && ((isTicked) => onTick([item.subjectId], isTicked))}
              last={lastCell(item)}
              under={under(item)}
            />
          ))}
        </tbody>
        <Foot title={sum.title} items={sum.items} />
      </table>
    </div>
  );
}

function Head({
  items,
  ticked,
  onTick,
  lastColumn,
}: Pick<Props, 'items' | 'ticked' | 'onTick' | 'lastColumn'>) {
  const { t } = useTranslation();
  const caseIds = items.map(({ subjectId }) => subjectId);
  return (
    <thead>
      <tr>
        <th scope="col">
          <input
            type="checkbox"
            aria-label={t('batch.all')}
            checked={caseIds.length > 0 && caseIds.every((caseId) => ticked.has(caseId))}
            disabled={!onTick}
            onChange={({ target }) => onTick?.(caseIds, target.checked)}
          />
        </th>
        {(['no', 'head', 'village', 'activity'] as const).map((column) => (
          <th key={column} scope="col">
            {t(`batch.columns.${column}`)}
          </th>
        ))}
        {(['subsidy', 'reward', 'together', 'waited'] as const).map((column) => (
          <th key={column} scope="col" className={styles['figure']}>
            {t(`batch.columns.${column}`)}
          </th>
        ))}
        <th scope="col">{lastColumn}</th>
      </tr>
    </thead>
  );
}

function Foot({ title, items }: Props['sum']) {
  const [subsidyFen, rewardFen] = [sumOf(items, 'amountFen'), sumOf(items, 'rewardFen')];
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row" colSpan={4}>
          {title}
        </th>
        {[subsidyFen, rewardFen, subsidyFen + rewardFen].map((fen, index) => (
          <td key={index} className={styles['figure']}>
            <Money fen={fen} />
          </td>
        ))}
        <td colSpan={2} />
      </tr>
    </tfoot>
  );
}

interface RowProps {
  readonly item: WorklistItem;
  readonly no: number;
  readonly isTicked: boolean;
  readonly onTick: ((isTicked: boolean) => void) | undefined;
  readonly last: ReactNode;
  readonly under: ReactNode;
}

function Row({ item, no, isTicked, onTick, last, under }: RowProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { household, activity, amountFen, rewardFen, waitingDays } = item;
  const who = household?.name ?? household?.householdCode ?? '';
  return (
    <>
      <tr className={isTicked ? undefined : styles['dim']}>
        <td>
          <input
            type="checkbox"
            aria-label={t('batch.tick', { who })}
            checked={isTicked}
            disabled={!onTick}
            onChange={({ target }) => onTick?.(target.checked)}
            onKeyDown={(event) => event.key.toLowerCase() === 'x' && onTick?.(!isTicked)}
          />
        </td>
        <td>{no}</td>
        <th scope="row">{who}</th>
        <td>{household && unitName(household.village)}</td>
        <td>{activity ? t(`activities.${activity}`) : '—'}</td>
        <td className={styles['figure']}>
          <Money fen={amountFen} />
        </td>
        <td className={styles['figure']}>
          <Money fen={rewardFen} />
        </td>
        <td className={styles['figure']}>
          <Money fen={amountFen + rewardFen} />
        </td>
        <td className={styles['figure']}>{t('batch.days', { days: waitingDays })}</td>
        <td>{last}</td>
      </tr>
      {under && (
        <tr className={styles['under']}>
          <td />
          <td colSpan={9}>{under}</td>
        </tr>
      )}
    </>
  );
}
