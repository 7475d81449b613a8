import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { useUnitName } from '../../shared/programme';
import { sumsOf, togetherFen, type PaperRow } from './paper-rows';
import styles from './summary-paper.module.css';
import { useRemark } from './use-remark';

interface Props {
  readonly year: number;
  readonly townName: string;
  readonly rows: readonly PaperRow[];
  /** The rows that the foot adds up; all of them, when left out. */
  readonly summed?: readonly PaperRow[];
  /** What stands in front of a row while rows are being chosen. */
  readonly pick?: (row: PaperRow) => ReactNode;
}

const COLUMNS = [
  'no',
  'village',
  'name',
  'class',
  'members',
  'items',
  'subsidy',
  'forecast',
  'reward',
  'together',
  'remark',
] as const;

/** The town's budget summary (F2) as its paper reads. */
export function SummaryPaper({ year, townName, rows, summed = rows, pick }: Props) {
  const { t } = useTranslation();
  const title = t('summary.paper.title', { year, town: townName.replace(/[镇乡]$/, '') });
  return (
    // A wide paper in a narrow place is scrolled, by keys as well.
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={title.replaceAll('|', '')}>
      <article className={styles['paper']}>
        <h2>{title.split('|').map((part, place) => (place % 2 === 1 ? <u key={part}>{part}</u> : part))}</h2>
        <p className={styles['line']}>
          <span>{t('summary.paper.leader')}</span>
          <span>{t('money.unit')}</span>
        </p>
        <table>
          <thead>
            <tr>
              {pick && <th scope="col">{t('summary.paper.pick')}</th>}
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={styles[column]}>
                  {t(`summary.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <Row key={row.caseId} row={row} no={place + 1} pick={pick?.(row)} />
            ))}
          </tbody>
          <Sums rows={summed} lead={pick ? 6 : 5} />
        </table>
      </article>
    </div>
  );
}

interface RowProps {
  readonly row: PaperRow;
  readonly no: number;
  readonly pick: ReactNode;
}

function Row({ row, no, pick }: RowProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const remarkOf = useRemark();
  return (
    <tr className={row.remark?.kind === 'returned' ? styles['returned'] : undefined}>
      {pick !== undefined && <td className={styles['pick']}>{pick}</td>}
      <td>{no}</td>
      <td>{unitName(row.village)}</td>
      <th scope="row">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.name ?? row.householdCode}
        </Link>
      </th>
      <td>{t(`householdClasses.${row.householdClass}`)}</td>
      <td>{row.memberCount}</td>
      <td className={styles['items']}>{row.items.join('、')}</td>
      <td className={styles['money']}>
        <Money fen={row.subsidyFen} />
      </td>
      <td className={styles['money']}>
        <Money fen={row.forecastFen} />
      </td>
      <td className={styles['money']}>
        <Money fen={row.rewardFen} />
      </td>
      <td className={styles['money']}>
        <Money fen={togetherFen(row)} />
      </td>
      <td className={styles['remark']}>{remarkOf(row)}</td>
    </tr>
  );
}

function Sums({ rows, lead }: { readonly rows: readonly PaperRow[]; readonly lead: number }) {
  const { t } = useTranslation();
  const sums = sumsOf(rows);
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={lead - 1}>
          {t('paper.sum')}
        </th>
        <td>{sums.memberCount}</td>
        <td className={styles['items']}>{t('summary.households', { count: sums.households })}</td>
        {[sums.subsidyFen, sums.forecastFen, sums.rewardFen, sums.subsidyFen + sums.rewardFen].map(
          (fen, place) => (
            <td key={place} className={styles['money']}>
              <Money fen={fen} />
            </td>
          ),
        )}
        <td />
      </tr>
    </tfoot>
  );
}
