import type { Answer, PayableCase } from '@yihu/api-contract';
import { pathTo } from '@yihu/api-contract/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { ProblemNote } from '../../components/problem-note';
import { useUnitName } from '../../shared/programme';
import { useCommand } from '../../shared/use-command';
import styles from './payments.module.css';
import { DRAW, usePayable } from './use-payments';

/** One call draws at most so many cases. */
const ITEMS_MAX = 200;

interface Props {
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly onDrawn: (paymentId: string) => void;
}

/** The cases of a town that the next batch can hold: all ticked, until a person leaves one out. */
export function DrawPanel({ year, town, tranche, onDrawn }: Props) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { data: payable = [] } = usePayable(year, town, tranche);
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { mutate, error, isPending } = useCommand<Answer>(({ id }) => onDrawn(id));
  const chosen = payable.filter(({ caseId }) => !left.has(caseId)).slice(0, ITEMS_MAX);
  const sumFen = chosen.reduce((sum, { subsidyFen, rewardFen }) => sum + subsidyFen + rewardFen, 0);
  const isReady = chosen.length > 0 && !isPending;
  const draw = () => {
    if (!isReady || DRAW === undefined) return;
    const body = { year, town, tranche, caseIds: chosen.map(({ caseId }) => caseId) };
    mutate({ path: pathTo('payments', DRAW), body });
  };
  const toggle = (caseId: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(caseId)) after.add(caseId);
      return after;
    });
  if (payable.length === 0) return null;
  return (
    <section
      className={styles['panel']}
      aria-label={t('payment.draw.title', { town: unitName(town), tranche: t(`payment.tranche.${tranche}`) })}
    >
      <header>
        <h2>
          {unitName(town)} {t(`payment.tranche.${tranche}`)}
        </h2>
        <span>
          {t('payment.draw.chosen', { count: chosen.length })} <Money fen={sumFen} /> {t('money.yuan')}
        </span>
        <Button size="small" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          <Icon name={isOpen ? 'down' : 'list'} />
          {t('payment.draw.show')}
        </Button>
        <Button look="primary" off={!isReady} onClick={draw}>
          {t(`commands.payments.${DRAW}`)}
        </Button>
      </header>
      {error && <ProblemNote error={error} />}
      {isOpen && <Candidates payable={payable} left={left} onToggle={toggle} />}
    </section>
  );
}

interface CandidatesProps {
  readonly payable: readonly PayableCase[];
  readonly left: ReadonlySet<string>;
  readonly onToggle: (caseId: string) => void;
}

function Candidates({ payable, left, onToggle }: CandidatesProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  return (
    <ul className={styles['candidates']} tabIndex={0}>
      {payable.map(({ caseId, household, subsidyFen, rewardFen }) => (
        <li key={caseId}>
          <label>
            <input type="checkbox" checked={!left.has(caseId)} onChange={() => onToggle(caseId)} />
            <b>{household.name ?? household.householdCode}</b>
            <span>{unitName(household.village)}</span>
            <span>
              {t('payment.columns.subsidy')} <Money fen={subsidyFen} />
            </span>
            <span>
              {t('payment.columns.reward')} <Money fen={rewardFen} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
