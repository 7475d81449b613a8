import type { DueGroup, WorklistItem } from '@yihu/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { TaskCard } from './task-card';
import styles from './today.module.css';

interface Props {
  readonly group: DueGroup;
  readonly items: readonly WorklistItem[];
  readonly today: string;
  readonly folded: boolean;
}

export function DueSection({ group, items, today, folded }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(!folded);
  const title = (
    <>
      <Icon name={group === 'today' ? 'flag' : 'clock'} size={18} />
      {t(`due.${group}`)}
      <span>{t('phone.items', { count: items.length })}</span>
    </>
  );
  return (
    <section data-group={group} className={styles['group']}>
      <h2>
        {folded ? (
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {title}
          </button>
        ) : (
          title
        )}
      </h2>
      {open && (
        <ul>
          {items.map((item) => (
            <TaskCard key={item.key} item={item} today={today} />
          ))}
        </ul>
      )}
    </section>
  );
}
