import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> {
  readonly look?: 'primary' | 'plain' | 'link';
  readonly size?: 'small' | 'middle' | 'large';
  /** Grey for a reason that pressing tells: it keeps its focus and its click. */
  readonly off?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of the desk. There is one blue one on a screen. */
export function Button({ look = 'plain', size = 'middle', off = false, children, ...rest }: Props) {
  const names = [styles['button'], styles[look], styles[size], off && styles['off']]
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={names}
      aria-disabled={off || rest['aria-disabled'] || undefined}
    >
      {children}
    </button>
  );
}

/** The key that does the same as a button, written on it. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className={styles['key']} aria-hidden="true">
      {children}
    </kbd>
  );
}
