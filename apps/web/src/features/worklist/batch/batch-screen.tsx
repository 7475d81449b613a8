import type { WorklistItem } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Icon } from '../../../components/icon';
import { useTaskWords } from '../../../components/use-task-words';
import { ReasonChip } from '../reason-chip';
import { useWorklist } from '../use-worklist';
import { BatchConfirm } from './batch-confirm';
import { BatchOutcome } from './batch-outcome';
import { BatchTable } from './batch-table';
import styles from './batch.module.css';
import { SheetPicker, type PickedSheet } from './sheet-picker';
import { BATCH_MAX, useBatch } from './use-batch';

interface Props {
  readonly task: string;
  readonly onBack: () => void;
}

/** Many cases that wait for the same thing, decided together: each is ticked, each has its own outcome. */
export default function BatchScreen({ task, onBack }: Props) {
  const { t } = useTranslation();
  const words = useTaskWords()(task);
  const batch = useBatch(task);
  const chosen = useChosen(task);
  const { items, ticked } = chosen;
  if (batch.decided) {
    return (
      <main className={styles['screen']}>
        <BatchOutcome
          task={task}
          items={items}
          ticked={ticked}
          decided={batch.decided}
          head={
            <Head
              title={t('batch.outcome.title', { task: words })}
              said={t('batch.outcome.each')}
              onBack={onBack}
            />
          }
          onBack={onBack}
        />
      </main>
    );
  }
  const those = items.filter(({ subjectId }) => ticked.has(subjectId));
  const said = t('batch.said', { count: items.length, ticked: those.length });
  return (
    <main className={styles['screen']}>
      <div className={styles['left']}>
        <Head title={t('batch.title', { task: words })} said={said} onBack={onBack} />
        {chosen.isBySheet && <SheetPicker items={chosen.waiting} onPick={chosen.pickSheet} />}
        <BatchTable
          items={items}
          ticked={ticked}
          onTick={chosen.tick}
          lastColumn={t('batch.columns.remark')}
          lastCell={(item) => <ReasonChip item={item} today={chosen.today} />}
          under={() => null}
          sum={{ title: t('batch.subtotal', { count: those.length }), items: those }}
        />
      </div>
      <BatchConfirm
        key={[...ticked].join()}
        task={task}
        chosen={those}
        left={items.filter(({ subjectId }) => !ticked.has(subjectId))}
        error={batch.error}
        isUnderWay={batch.isPending}
        onDecide={() => {
          chosen.keep();
          batch.decide(those, chosen.sheet);
        }}
      />
    </main>
  );
}

/** What could be in the batch, and what is ticked of it. */
function useChosen(task: string) {
  const { data } = useWorklist({ queue: 'todo', task }, BATCH_MAX);
  const [sheet, setSheet] = useState<PickedSheet | undefined>();
  // What is decided leaves the list; the table keeps what stood in it.
  const [kept, setKept] = useState<readonly WorklistItem[] | undefined>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const view = data?.pages[0];
  const isBySheet = formOf('cases', task) === 'file';
  const waiting = (view?.items ?? []).filter(({ kind }) => kind === 'case');
  const items = kept ?? (isBySheet ? waiting.filter((item) => sheet?.caseIds.has(item.subjectId)) : waiting);
  return {
    waiting,
    items,
    ticked,
    sheet,
    isBySheet,
    today: view?.today ?? '',
    tick: (caseIds: readonly string[], isTicked: boolean) =>
      setTicked((before) => {
        const others = [...before].filter((caseId) => !caseIds.includes(caseId));
        return new Set(isTicked ? [...others, ...caseIds] : others);
      }),
    pickSheet: (picked: PickedSheet) => {
      setSheet(picked);
      setTicked(new Set());
    },
    keep: () => setKept(items),
  };
}

interface HeadProps {
  readonly title: string;
  readonly said: string;
  readonly onBack: () => void;
}

function Head({ title, said, onBack }: HeadProps) {
  const { t } = useTranslation();
  return (
    <header className={styles['head']}>
      <Button look="link" onClick={onBack}>
        <Icon name="left" />
        {t('frame.inbox')}
      </Button>
      <h1>{title}</h1>
      <span>{said}</span>
      <em>{t('money.unit')}</em>
    </header>
  );
}
