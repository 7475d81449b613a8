import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Icon, type IconName } from './icon';

/** Five colours with a fixed meaning each; `remark` is outlined and stops nothing. */
export type ChipTone = 'idle' | 'running' | 'done' | 'returned' | 'late' | 'remark';

interface Props {
  readonly tone: ChipTone;
  readonly icon: IconName;
  readonly children: ReactNode;
}

/** A status: always a drawing and a word, never a colour alone. */
export function Chip({ tone, icon, children }: Props) {
  return (
    <span className={`${styles['chip']} ${styles[tone]}`}>
      <Icon name={icon} size={12} />
      {children}
    </span>
  );
}
