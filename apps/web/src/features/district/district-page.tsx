import { Link } from '@tanstack/react-router';
import type { DistrictSummaryView, DistrictTownRow } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { csvOf, saveFile } from '../../shared/csv';
import styles from './district.module.css';
import { districtTable, paidFen, stagesShown, type Figures } from './district-table';

/** Every town of the district as it stands. */
export function DistrictPage({ view }: { readonly view: DistrictSummaryView }) {
  const { t } = useTranslation();
  const stages = stagesShown(view);
  const { total } = view;
  const money = ['allotted', 'reserved', 'room', 'paid'].map((each) => t(`district.columns.${each}`));
  const stageHeads = stages.map((stage) => t(`path.stages.${stage}`));
  const heads = [t('district.columns.town'), t('district.columns.households'), ...stageHeads, ...money];
  const save = () =>
    saveFile(
      `${t('district.file', { year: view.year })}.csv`,
      csvOf(districtTable(view, heads, t('paper.sum'))),
    );
  return (
    <>
      <header className={styles['title']}>
        <h1>{t('district.title', { year: view.year })}</h1>
        <span>{t('district.order', { towns: view.towns.length, count: total.households })}</span>
        {view.closed && (
          <Chip tone="done" icon="approved">
            {t('district.closed')}
          </Chip>
        )}
        <Button onClick={save}>
          <Icon name="download" />
          CSV
        </Button>
      </header>
      <Totals total={total} />
      <TownTable view={view} heads={heads} stages={stages} />
    </>
  );
}

interface TableProps {
  readonly view: DistrictSummaryView;
  readonly heads: readonly string[];
  readonly stages: readonly string[];
}

function TownTable({ view, heads, stages }: TableProps) {
  const { t } = useTranslation();
  const title = t('district.title', { year: view.year });
  return (
    // A wide table in a narrow place is scrolled, by keys as well.
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            {heads.map((head, place) => (
              <th key={head} scope="col" className={place === 0 ? styles['town'] : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.towns.map((town) => (
            <tr key={town.town}>
              <TownHead town={town} />
              <Cells figures={town} stages={stages} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles['town']}>
              {t('paper.sum')}
            </th>
            <Cells figures={view.total} stages={stages} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function TownHead({ town }: { readonly town: DistrictTownRow }) {
  const { t } = useTranslation();
  return (
    <th scope="row" className={styles['town']}>
      <Link to="/towns/$town/summary" params={{ town: town.town }}>
        {town.townName}
      </Link>
      {town.closed && (
        <Chip tone="done" icon="approved">
          {t('district.townClosed')}
        </Chip>
      )}
      {town.incomplete && (
        <Chip tone="late" icon="warning">
          {t('district.incomplete')}
        </Chip>
      )}
    </th>
  );
}

function Cells({ figures, stages }: { readonly figures: Figures; readonly stages: readonly string[] }) {
  const { allottedFen, reservedFen, roomFen } = figures;
  return (
    <>
      <td>{figures.households}</td>
      {stages.map((stage) => (
        <td key={stage} className={figures.stages[stage] ? undefined : styles['nothing']}>
          {figures.stages[stage] ?? 0}
        </td>
      ))}
      {[allottedFen, reservedFen, roomFen, paidFen(figures)].map((fen, place) => (
        <td key={place}>
          <Money fen={fen} />
        </td>
      ))}
    </>
  );
}

/** The district's money: what was allotted, promised, left, and paid of it. */
function Totals({ total }: { readonly total: Figures }) {
  const { t } = useTranslation();
  const shares = [
    ['allotted', total.allottedFen],
    ['reserved', total.reservedFen],
    ['room', total.roomFen],
    ['paid', paidFen(total)],
  ] as const;
  return (
    <dl className={styles['totals']}>
      {shares.map(([what, fen]) => (
        <div key={what}>
          <dt>{t(`district.columns.${what}`)}</dt>
          <dd>
            <Money fen={fen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
