import type { WorklistItem } from '@yihu/api-contract';
import { isInBatches } from '@yihu/api-contract/browser';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { ProblemNote } from '../../components/problem-note';
import styles from './inbox-list.module.css';
import { SearchBox } from './search-box';
import type { useWorklist, WorklistFilter } from './use-worklist';
import { WorklistList } from './worklist-list';

interface Props {
  readonly worklist: ReturnType<typeof useWorklist>;
  readonly filter: WorklistFilter;
  readonly open: string | undefined;
  readonly onOpen: ((item: WorklistItem) => void) | undefined;
  readonly onFilter: (filter: WorklistFilter) => void;
  readonly onBatch: (task: string) => void;
}

/** A person's list with its head: how much there is, what is late, a search, and many at once. */
export function InboxList({ worklist, filter, open, onOpen, onFilter, onBatch }: Props) {
  const { t } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = worklist;
  const first = data?.pages[0];
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const inBatches = first?.tasks.filter(({ task }) => isInBatches(task)) ?? [];
  const batch = inBatches.find(({ task }) => task === filter.task) ?? inBatches[0];
  return (
    <section className={styles['pane']} aria-labelledby="inbox-title">
      <header className={styles['head']}>
        <h1 id="inbox-title">{t(`inbox.queues.${filter.queue}`)}</h1>
        {first && (
          <span role="status">
            {t('inbox.total', { count: first.total })}
            {first.overdue > 0 && t('inbox.overdue', { count: first.overdue })} · {t('money.unit')}
          </span>
        )}
        {batch && filter.queue === 'todo' && (
          <Button size="small" onClick={() => onBatch(batch.task)}>
            {t('inbox.batch')}
          </Button>
        )}
      </header>
      <SearchBox text={filter.text} onSearch={(text) => onFilter({ ...filter, text })} />
      <div className={styles['scroll']}>
        {error && !data && <ProblemNote error={error} />}
        {first?.incomplete && <p className={styles['note']}>{t('inbox.incomplete')}</p>}
        {first && (
          <WorklistList
            items={items}
            today={first.today}
            isDone={filter.queue === 'done'}
            open={open}
            onOpen={onOpen}
          />
        )}
        {first && items.length === 0 && <Empty filter={filter} />}
        {hasNextPage && (
          <p className={styles['more']}>
            <Button off={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('inbox.more', { count: first!.total - items.length })}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

function Empty({ filter }: { readonly filter: WorklistFilter }) {
  const { t } = useTranslation();
  const isNarrowed = filter.task !== undefined || filter.village !== undefined || filter.text !== undefined;
  return (
    <p className={styles['empty']}>
      <Icon name="approved" size={32} />
      {isNarrowed ? t('inbox.noneSuch') : t(`inbox.none.${filter.queue}`)}
    </p>
  );
}
