import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './job-card.module.css';

interface Figure {
  readonly value: ReactNode;
  readonly words: string;
  readonly tone?: 'late' | 'returned';
}

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly who: string;
  readonly figures: readonly Figure[];
  /** A look at the very thing behind the button. */
  readonly preview: ReactNode;
  readonly says: string;
  /** The page it leads to; it may name as whom. */
  readonly href: string;
  readonly button: string;
}

/** A job that somebody has here: two figures as they are now, a look at it, and one button that lands on it. */
export function JobCard({ icon, title, who, figures, preview, says, href, button }: Props) {
  return (
    <article className={styles['card']}>
      <header>
        <span>
          <Icon name={icon} size={20} />
        </span>
        <div>
          <h2>{title}</h2>
          <p>{who}</p>
        </div>
      </header>
      <dl>
        {figures.map(({ value, words, tone }) => (
          <div key={words}>
            <dd className={tone && styles[tone]}>{value}</dd>
            <dt>{words}</dt>
          </div>
        ))}
      </dl>
      <div className={styles['preview']}>{preview}</div>
      <p className={styles['says']}>{says}</p>
      <a href={href} className={styles['go']}>
        {button}
        <Icon name="right" size={16} />
      </a>
    </article>
  );
}
