import type { WorklistView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { useTaskWords } from '../../components/use-task-words';
import { useUnitName } from '../../shared/programme';
import type { WorklistFilter } from './use-worklist';
import styles from './queues.module.css';

interface Props {
  readonly view: WorklistView | undefined;
  readonly filter: WorklistFilter;
  readonly onFilter: (filter: WorklistFilter) => void;
}

/** Which list, and which part of it. */
export function Queues({ view, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const wordsOf = useTaskWords();
  const unitName = useUnitName();
  return (
    <nav className={styles['queues']} aria-label={t('inbox.queues.name')}>
      <ul>
        {(['todo', 'done'] as const).map((queue) => (
          <Choice
            key={queue}
            words={t(`inbox.queues.${queue}`)}
            count={view?.counts[queue]}
            isChosen={filter.queue === queue}
            onChoose={() => onFilter({ queue })}
          />
        ))}
      </ul>
      <Filter
        title={t('inbox.filters.task')}
        all={t('inbox.filters.allTasks')}
        chosen={filter.task}
        options={(view?.tasks ?? []).map(({ task, count }) => ({
          value: task,
          // Two kinds of things may have a task of one name; the list tells which is meant.
          words: wordsOf(task, view?.items.find((item) => item.task === task)?.kind),
          count,
        }))}
        onChoose={(task) => onFilter({ ...filter, task })}
      />
      <Filter
        title={t('inbox.filters.village')}
        all={t('inbox.filters.allVillages')}
        chosen={filter.village}
        options={(view?.villages ?? []).map(({ village, count }) => ({
          value: village,
          words: unitName(village),
          count,
        }))}
        onChoose={(village) => onFilter({ ...filter, village })}
      />
    </nav>
  );
}

interface FilterProps {
  readonly title: string;
  readonly all: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly words: string; readonly count: number }[];
  readonly onChoose: (value: string | undefined) => void;
}

function Filter({ title, all, chosen, options, onChoose }: FilterProps) {
  if (options.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        <Choice words={all} isChosen={chosen === undefined} onChoose={() => onChoose(undefined)} />
        {options.map(({ value, words, count }) => (
          <Choice
            key={value}
            words={words}
            count={count}
            isChosen={chosen === value}
            onChoose={() => onChoose(chosen === value ? undefined : value)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps {
  readonly words: string;
  readonly count?: number | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ words, count, isChosen, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span>{words}</span>
        {count !== undefined && <span className={styles['count']}>{count}</span>}
      </button>
    </li>
  );
}
