import { useQuery } from '@tanstack/react-query';
import type { TownView, WorklistItem } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { BUDGET_ATTESTATION } from '@yihu/domain/attestation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Icon, type IconName } from '../../../components/icon';
import { Money } from '../../../components/money';
import { ProblemNote } from '../../../components/problem-note';
import { useTaskWords } from '../../../components/use-task-words';
import { ask } from '../../../shared/api';
import { yuan } from '../../../shared/format';
import { useUnitName } from '../../../shared/programme';
import styles from './batch.module.css';

interface Props {
  readonly task: string;
  readonly chosen: readonly WorklistItem[];
  readonly left: readonly WorklistItem[];
  readonly error: Error | null;
  readonly isUnderWay: boolean;
  readonly onDecide: () => void;
}

/** What this batch comes to, what to note about it, and the sentence that is recorded for each of its cases. */
export function BatchConfirm({ task, chosen, left, error, isUnderWay, onDecide }: Props) {
  const { t } = useTranslation();
  const wordsOf = useTaskWords();
  const [isAffirmed, setAffirmed] = useState(false);
  const isSigned = formOf('cases', task) !== 'file';
  const subsidyFen = chosen.reduce((sum, item) => sum + item.amountFen, 0);
  const rewardFen = chosen.reduce((sum, item) => sum + item.rewardFen, 0);
  const isReady = chosen.length > 0 && isAffirmed && !isUnderWay;
  return (
    <aside className={styles['side']}>
      <h2>{t('batch.side', { count: chosen.length, task: wordsOf(task) })}</h2>
      <dl className={styles['sums']}>
        <Sum words={t('batch.columns.subsidy')} fen={subsidyFen} />
        <Sum words={t('batch.columns.reward')} fen={rewardFen} />
        <Sum words={t('batch.columns.together')} fen={subsidyFen + rewardFen} isTotal />
      </dl>
      {isSigned && <Room chosen={chosen} takenFen={subsidyFen + rewardFen} />}
      <Notes chosen={chosen} left={left} />
      {error && <ProblemNote error={error} />}
      <div className={styles['affirm']}>
        <h3>{t(isSigned ? 'batch.sentence' : 'batch.fileSentence')}</h3>
        {isSigned && <p>{BUDGET_ATTESTATION.text}</p>}
        <label>
          <input
            type="checkbox"
            checked={isAffirmed}
            onChange={({ target }) => setAffirmed(target.checked)}
          />
          {t('batch.seen', { count: chosen.length })}
        </label>
      </div>
      <Button look="primary" size="large" off={!isReady} onClick={() => isReady && onDecide()}>
        {t('batch.decide', {
          task: wordsOf(task),
          count: chosen.length,
          amount: yuan(subsidyFen + rewardFen),
        })}
      </Button>
      <p className={styles['hint']}>{t('batch.only')}</p>
    </aside>
  );
}

interface SumProps {
  readonly words: string;
  readonly fen: number;
  readonly isTotal?: boolean;
}

function Sum({ words, fen, isTotal = false }: SumProps) {
  return (
    <div className={isTotal ? styles['total'] : undefined}>
      <dt>{words}</dt>
      <dd>
        <Money fen={fen} />
      </dd>
    </div>
  );
}

/** What the town can still promise, beside what this batch would take of it. */
function Room({ chosen, takenFen }: { readonly chosen: readonly WorklistItem[]; readonly takenFen: number }) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const { year, town } = chosen[0] ?? {};
  const { data } = useQuery({
    queryKey: ['town', year, town],
    queryFn: ({ signal }) => ask<TownView>(`/api/programmes/${year}/towns/${town}`, signal),
    enabled: town !== undefined,
  });
  if (!data || town === undefined) return null;
  return (
    <Note icon={data.roomFen < takenFen ? 'warning' : 'approved'}>
      {t('batch.room', { town: unitName(town), room: yuan(data.roomFen), taken: yuan(takenFen) })}
    </Note>
  );
}

interface NotesProps {
  readonly chosen: readonly WorklistItem[];
  readonly left: readonly WorklistItem[];
}

/** What is to be noted about what is ticked, in plain words with names; and what is not ticked stays. */
function Notes({ chosen, left }: NotesProps) {
  const { t } = useTranslation();
  const named = (items: readonly WorklistItem[]) =>
    items.map(({ household }) => household?.name ?? household?.householdCode ?? '').join(t('batch.and'));
  const reasons = [...new Set(chosen.flatMap(({ reason }) => reason ?? []))];
  return (
    <>
      {reasons.map((reason) => {
        const those = chosen.filter((item) => item.reason === reason);
        return (
          <Note key={reason} icon="warning">
            {t('batch.noted', { count: those.length, reason: t(`reasons.${reason}`), names: named(those) })}
          </Note>
        );
      })}
      {left.length > 0 && <Note icon="waiting">{t('batch.left', { count: left.length })}</Note>}
    </>
  );
}

function Note({ icon, children }: { readonly icon: IconName; readonly children: string }) {
  return (
    <p className={styles['note']}>
      <Icon name={icon} size={15} />
      <span>{children}</span>
    </p>
  );
}
