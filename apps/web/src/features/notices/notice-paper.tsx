import type { NoticeListItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { useUnitName } from '../../shared/programme';
import { daysOf, type Posting } from './hanging';
import styles from './notice-paper.module.css';
import type { NoticeRow } from './notice-rows';

interface Props {
  readonly notice: NoticeListItem;
  readonly posting: Posting;
  readonly town: string;
  readonly rows: readonly NoticeRow[];
}

const COLUMNS = ['no', 'name', 'class', 'items', 'subsidy', 'reward', 'together'] as const;

/** A posting as it hangs on the wall. */
export function NoticePaper({ notice, posting, town, rows }: Props) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { kind, unit } = notice;
  const townName = unitName(town);
  const isTown = unit === town;
  const places = { town: townName, village: isTown ? '' : notice.unitName, unit: notice.unitName };
  const { firstDay, lastDay } = daysOf(posting, posting.postedOn);
  const day = (date: string) => {
    const [year, month, dayOfMonth] = date.split('-').map(Number);
    return t('paper.date', { year, month, day: dayOfMonth });
  };
  const title = t(`notice.paper.${kind}.title`);
  return (
    // A wide paper in a narrow place is scrolled, by keys as well.
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={title}>
      <article className={styles['paper']}>
        <h3>{title}</h3>
        <p className={styles['unit']}>{t('notice.paper.unit', { ...places, year: notice.year })}</p>
        <p className={styles['says']}>
          {t(`notice.paper.${kind}.says`, { ...places, year: notice.year, count: rows.length })}
        </p>
        <p className={styles['says']}>
          {t('notice.paper.period', {
            from: day(firstDay),
            to: day(lastDay),
            days: posting.days,
            postedOn: day(posting.postedOn),
            place: posting.place,
          })}
        </p>
        <p className={styles['line']}>
          <span>{t('notice.paper.mayObject')}</span>
          <span>{t('money.unit')}</span>
        </p>
        <Rows rows={rows} kind={kind} />
        <footer>
          <p>{t('notice.paper.complaints', places)}</p>
          <p>{t(`notice.paper.${kind}.remark`)}</p>
          <p>{t('notice.paper.masked')}</p>
          <p className={styles['seal']}>
            {t(isTown ? 'notice.paper.sealOfTown' : 'notice.paper.sealOfVillage', places)}
            <br />
            {day(posting.postedOn)}
          </p>
        </footer>
      </article>
    </div>
  );
}

function Rows({ rows, kind }: { readonly rows: readonly NoticeRow[]; readonly kind: 'plan' | 'result' }) {
  const { t } = useTranslation();
  const sum = (amountOf: (row: NoticeRow) => number) => rows.reduce((total, row) => total + amountOf(row), 0);
  const [subsidyFen, rewardFen] = [sum((row) => row.subsidyFen), sum((row) => row.rewardFen)];
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {t(column === 'reward' ? `notice.columns.${kind}.reward` : `notice.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={row.caseId}>
            <td>{place + 1}</td>
            <th scope="row">{row.name ?? '—'}</th>
            <td>{row.householdClass ? t(`householdClasses.${row.householdClass}`) : '—'}</td>
            <td className={styles['items']}>{row.items.length > 0 ? row.items.join('、') : '—'}</td>
            <Amounts {...row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t('notice.paper.sum', { count: rows.length })}
          </th>
          <Amounts subsidyFen={subsidyFen} rewardFen={rewardFen} />
        </tr>
      </tfoot>
    </table>
  );
}

function Amounts({ subsidyFen, rewardFen }: Pick<NoticeRow, 'subsidyFen' | 'rewardFen'>) {
  return [subsidyFen, rewardFen, subsidyFen + rewardFen].map((fen, place) => (
    <td key={place} className={styles['money']}>
      <Money fen={fen} />
    </td>
  ));
}
