import type { DueGroup, WorklistItem } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';
import { Skeleton } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../components/phone/problem';
import { DueSection } from './due-section';
import { useToday } from './use-today';
import styles from './today.module.css';

const GROUPS: readonly DueGroup[] = ['overdue', 'today', 'within-three-days', 'later', 'no-date'];

/** Groups that are a single row until they are opened: first things first. */
const FOLDED: readonly DueGroup[] = ['later', 'no-date'];

/** 今天要办: what waits for this person, the most urgent first. */
export function Today() {
  const { t } = useTranslation();
  const { data, error, refetch } = useToday();
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton.Paragraph lineCount={8} animated className={styles['page'] ?? ''} />;
  return (
    <main className={styles['page']}>
      <h1>{t('phone.today')}</h1>
      <Counts items={data.items} />
      {data.items.length === 0 && <p className={styles['empty']}>{t('phone.nothingToDo')}</p>}
      {GROUPS.map((group) => ({ group, items: data.items.filter(({ dueGroup }) => dueGroup === group) }))
        .filter(({ items }) => items.length > 0)
        .map(({ group, items }, index) => (
          <DueSection
            key={group}
            group={group}
            items={items}
            today={data.today}
            folded={index > 0 && FOLDED.includes(group)}
          />
        ))}
      {data.next !== undefined && <p className={styles['empty']}>{t('phone.more', { count: data.total })}</p>}
    </main>
  );
}

function Counts({ items }: { readonly items: readonly WorklistItem[] }) {
  const { t } = useTranslation();
  const toSign = items.filter(({ kind, task }) => kind === 'case' && isSignature(task)).length;
  const returned = items.filter(({ reason }) => reason === 'returned').length;
  const soon = items.filter(({ dueGroup }) => dueGroup !== 'later' && dueGroup !== 'no-date').length;
  return (
    <dl className={styles['counts']}>
      <Count words={t('phone.toSign')} count={toSign} />
      <Count words={t('phone.returned')} count={returned} tone="returned" />
      <Count words={t('phone.dueSoon')} count={soon} tone="late" />
    </dl>
  );
}

const isSignature = (task: string) => formOf('cases', task)?.startsWith('sign') ?? false;

function Count({ words, count, tone }: { words: string; count: number; tone?: 'returned' | 'late' }) {
  return (
    <div data-tone={count > 0 ? tone : undefined}>
      <dd>{count}</dd>
      <dt>{words}</dt>
    </div>
  );
}
