import { Link } from '@tanstack/react-router';
import type { ItemResult, WorklistItem } from '@yihu/api-contract';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Chip } from '../../../components/chip';
import { Icon } from '../../../components/icon';
import { UndoBar } from '../../../components/undo-bar';
import { useTaskWords } from '../../../components/use-task-words';
import { csvOf, saveFile } from '../../../shared/csv';
import { yuan } from '../../../shared/format';
import { useUnitName } from '../../../shared/programme';
import { useKeys } from '../../../shared/use-keys';
import { useTodoCount } from '../use-worklist';
import { BatchTable } from './batch-table';
import styles from './batch.module.css';
import { OUTCOME_LOOKS, outcomeOf } from './outcome-of';
import type { Decided } from './use-batch';
import { useBatchUndo, type UndoOutcome } from './use-batch-undo';
import { WhyNot } from './why-not';

interface Props {
  readonly task: string;
  readonly items: readonly WorklistItem[];
  readonly ticked: ReadonlySet<string>;
  readonly decided: Decided;
  readonly head: ReactNode;
  readonly onBack: () => void;
}

/** What came of each case, in the same order and the same table; never a success for the whole. */
export function BatchOutcome({ task, items, ticked, decided: { results }, head, onBack }: Props) {
  const { t } = useTranslation();
  const [isBarShown, setBarShown] = useState(true);
  const { undo, outcomes, isUnderWay, isOffered } = useBatchUndo(task, t('case.undo.reason'));
  const wordOf = (item: WorklistItem) => outcomeOf(results.get(item.subjectId), outcomes.get(item.subjectId));
  const done = items.filter((item) => wordOf(item) === 'done');
  const answers = done.flatMap((item) => results.get(item.subjectId)?.answer ?? []);
  const isUndoable = isOffered && isBarShown && answers.length > 0 && outcomes.size === 0;
  useKeys({ u: () => isUndoable && void undo(answers) });
  return (
    <>
      <div className={styles['left']}>
        {head}
        <BatchTable
          items={items}
          ticked={ticked}
          onTick={undefined}
          lastColumn={t('batch.columns.outcome')}
          lastCell={(item) => {
            const [tone, icon] = OUTCOME_LOOKS[wordOf(item)];
            return (
              <Chip tone={tone} icon={icon}>
                {t(`batch.outcome.words.${wordOf(item)}`)}
              </Chip>
            );
          }}
          under={(item) => {
            const [result, undone] = [results.get(item.subjectId), outcomes.get(item.subjectId)];
            const isSaid = result?.problem !== undefined || (undone !== undefined && undone !== 'undone');
            return isSaid && <Under item={item} result={result} undone={undone} />;
          }}
          sum={{ title: t('batch.outcome.subtotal', { count: done.length }), items: done }}
        />
      </div>
      <Side task={task} items={items} results={results} done={done} wordOf={wordOf} onBack={onBack} />
      {isUndoable && (
        <UndoBar
          done={t('batch.undo.done', { count: answers.length })}
          undo={t('batch.undo.press', { count: answers.length })}
          isUnderWay={isUnderWay}
          onUndo={() => void undo(answers)}
          onClose={() => setBarShown(false)}
        />
      )}
    </>
  );
}

interface UnderProps {
  readonly item: WorklistItem;
  readonly result: ItemResult | undefined;
  readonly undone: UndoOutcome | undefined;
}

function Under({ item, result, undone }: UnderProps) {
  const { t } = useTranslation();
  const who = item.household?.name ?? item.household?.householdCode ?? '';
  if (undone === 'unknown') return <p className={styles['why']}>{t('unreachable.says')}</p>;
  if (typeof undone === 'object') {
    return <p className={styles['why']}>{t('batch.undo.refused', { who, why: undone.why })}</p>;
  }
  return result?.problem ? <WhyNot who={who} caseId={item.subjectId} problem={result.problem} /> : null;
}

interface SideProps {
  readonly task: string;
  readonly items: readonly WorklistItem[];
  readonly results: Decided['results'];
  readonly done: readonly WorklistItem[];
  readonly wordOf: (item: WorklistItem) => ReturnType<typeof outcomeOf>;
  readonly onBack: () => void;
}

function Side({ task, items, results, done, wordOf, onBack }: SideProps) {
  const { t } = useTranslation();
  const wordsOf = useTaskWords();
  const unitName = useUnitName();
  const todo = useTodoCount();
  const failed = items.filter((item) => ['refused', 'changed', 'unknown'].includes(wordOf(item)));
  const download = () => {
    const columns = ['head', 'village', 'subsidy', 'reward', 'outcome', 'why'].map((each) =>
      t(`batch.columns.${each}`),
    );
    const rows = items.map((item) => [
      item.household?.name ?? item.household?.householdCode ?? '',
      unitName(item.village ?? item.town),
      yuan(item.amountFen),
      yuan(item.rewardFen),
      t(`batch.outcome.words.${wordOf(item)}`),
      whyOf(results.get(item.subjectId)),
    ]);
    saveFile(`${wordsOf(task)}.csv`, csvOf([columns, ...rows]));
  };
  return (
    <aside className={styles['side']} aria-live="polite">
      <h2>{t('batch.outcome.side', { all: results.size, done: done.length })}</h2>
      <div className={styles['counts']}>
        <p>
          <b className={styles['good']}>{done.length}</b>
          <Icon name="approved" /> {t('batch.outcome.words.done')}
        </p>
        <p>
          <b>{failed.length}</b>
          <Icon name="refused" /> {t('batch.outcome.notForYou')}
        </p>
      </div>
      {failed.length > 0 && (
        <>
          <h3>{t('batch.outcome.next')}</h3>
          <ul className={styles['next']}>
            {failed.map((item) => (
              <li key={item.subjectId}>
                <Link to="/cases/$caseId" params={{ caseId: item.subjectId }}>
                  {item.household?.name ?? item.household?.householdCode}
                </Link>{' '}
                {t(`batch.outcome.stays.${wordOf(item)}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles['below']}>
        <Button onClick={download}>
          <Icon name="download" />
          {t('batch.outcome.download')}
        </Button>
        <Button look="primary" size="large" onClick={onBack}>
          {t('batch.outcome.back', { count: todo ?? 0 })}
        </Button>
      </div>
    </aside>
  );
}

/** What was said against an item, in one line. */
function whyOf(result: ItemResult | undefined): string {
  const { refusals, title } = result?.problem ?? {};
  return refusals?.map(({ text }) => text).join('') ?? title ?? '';
}
