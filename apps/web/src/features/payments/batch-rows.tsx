import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../components/chip';
import { Icon, type IconName } from '../../components/icon';
import { Money } from '../../components/money';
import { useUnitName } from '../../shared/programme';
import type { Outcome, OutcomeGroup, PaidRow, threeSums } from './groups';
import styles from './payment.module.css';

interface Props {
  readonly groups: readonly OutcomeGroup[];
  readonly sums: ReturnType<typeof threeSums>;
  readonly isWithBank: boolean;
}

const LOOKS: Readonly<Record<Outcome, readonly [ChipTone, IconName]>> = {
  returned: ['returned', 'back'],
  unknown: ['running', 'question'],
  open: ['idle', 'waiting'],
  confirmed: ['done', 'approved'],
  again: ['idle', 'back'],
};

const COLUMNS = ['row', 'household', 'village', 'subsidy', 'reward', 'amount', 'outcome'] as const;

/** The rows of a batch, problems first; below them that the three sums are the whole batch. */
export function BatchRows({ groups, sums, isWithBank }: Props) {
  const { t } = useTranslation();
  const shown = groups.filter(({ rows }) => rows.length > 0);
  return (
    <div className={styles['panel']}>
      {isWithBank && (
        <p className={styles['equation']}>
          {t('payment.equation')} <Money fen={sums.confirmed.sumFen} /> + <Money fen={sums.returned.sumFen} />{' '}
          + <Money fen={sums.unknown.sumFen} /> ={' '}
          <b>
            <Money fen={sums.all.sumFen} />
          </b>
          <Icon name="approved" /> {t('payment.equal')}
        </p>
      )}
      <div className={styles['scroller']} tabIndex={0} role="region" aria-label={t('payment.rows')}>
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
          {shown.map((group) => (
            <Group key={group.outcome} group={group} isWithBank={isWithBank} />
          ))}
          <tfoot>
            <tr>
              <th scope="row" colSpan={3} className={styles['household']}>
                {t('payment.sums.together', { count: sums.all.count })}
              </th>
              <td>
                <Money fen={total(groups, ({ subsidyFen }) => subsidyFen)} />
              </td>
              <td>
                <Money fen={total(groups, ({ rewardFen }) => rewardFen)} />
              </td>
              <td>
                <Money fen={sums.all.sumFen} />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function total(groups: readonly OutcomeGroup[], amountOf: (row: PaidRow) => number): number {
  return groups.flatMap(({ rows }) => rows).reduce((sum, row) => sum + amountOf(row), 0);
}

function Group({ group, isWithBank }: { readonly group: OutcomeGroup; readonly isWithBank: boolean }) {
  const { t } = useTranslation();
  const { outcome, rows } = group;
  const [, icon] = LOOKS[outcome];
  return (
    <tbody>
      {isWithBank && (
        <tr className={styles['group']}>
          <th scope="rowgroup" colSpan={COLUMNS.length}>
            <Icon name={icon} /> {t(`payment.groups.${outcome}`, { count: rows.length })}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.row} row={row} outcome={outcome} isWithBank={isWithBank} />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly row: PaidRow;
  readonly outcome: Outcome;
  readonly isWithBank: boolean;
}

function Row({ row, outcome, isWithBank }: RowProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const [tone, icon] = LOOKS[outcome];
  const { caseId, household } = row;
  return (
    <tr>
      <td className={styles['row']}>{row.row}</td>
      <th scope="row" className={styles['household']}>
        <Link to="/cases/$caseId" params={{ caseId }}>
          {household?.name ?? household?.householdCode ?? caseId}
        </Link>
      </th>
      <td className={styles['village']}>{household && unitName(household.village)}</td>
      <td>
        <Money fen={row.subsidyFen} />
      </td>
      <td>
        <Money fen={row.rewardFen} />
      </td>
      <td className={styles['amount']}>
        <Money fen={row.amountFen} />
      </td>
      <td className={styles['outcome']}>
        {isWithBank && (
          <Chip tone={tone} icon={icon}>
            {t(`payment.outcomes.${row.status}`)}
          </Chip>
        )}
        {row.attempt > 1 && <small>{t('payment.attempt', { attempt: row.attempt })}</small>}
      </td>
    </tr>
  );
}
