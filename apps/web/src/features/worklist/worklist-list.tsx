import type { WorklistItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { GROUP_ICONS, groupsOf } from './groups';
import { subjectOf } from './use-worklist';
import { WorklistRow } from './worklist-row';
import styles from './worklist.module.css';

interface Props {
  readonly items: readonly WorklistItem[];
  /** ISO date of the office. */
  readonly today: string;
  /** What was acted on has no day any more by which it is due. */
  readonly isDone: boolean;
  /** The subject that is open beside the list. */
  readonly open: string | undefined;
  readonly onOpen: ((item: WorklistItem) => void) | undefined;
}

/** What waits, the most urgent first, under the word for how near its day is. */
export function WorklistList({ items, today, isDone, open, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles['list']}>
      {groupsOf(items).map(({ due, items: group }) => (
        <section key={`${due}-${group[0]!.key}`} aria-labelledby={`due-${due}`}>
          <h2 id={`due-${due}`} className={`${styles['group']} ${styles[due]}`}>
            <Icon name={GROUP_ICONS[due]} />
            {isDone ? t('inbox.latest') : t(`due.${due}`)}
            <span>{t('inbox.items', { count: group.length })}</span>
          </h2>
          <ul>
            {group.map((item) => (
              <WorklistRow
                key={item.key}
                item={item}
                today={today}
                isDone={isDone}
                isOpen={subjectOf(item) === open}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
