import { createContext, use, type ReactNode } from 'react';
import styles from './paper.module.css';

/** What is marked on a paper, cell by cell. */
export interface Marks {
  /** What stood there before, by field. */
  readonly old: Readonly<Record<string, string>>;
  /** Why it was returned, by field. */
  readonly returned: Readonly<Record<string, string>>;
  /** A paper whose cells can be ticked. */
  readonly picking?: {
    readonly picked: ReadonlySet<string>;
    readonly toggle: (field: string) => void;
    readonly labelOf: (field: string) => string;
  };
}

export const MarksContext = createContext<Marks>({ old: {}, returned: {} });

interface Props {
  readonly field: string;
  /** Text stands left, figures right. */
  readonly align?: 'left' | 'right' | 'middle';
  /** The first cell of a row names it. */
  readonly isRowHead?: boolean;
  readonly rowSpan?: number;
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

/** A cell of a paper: yellow where it changed, with the old value struck; orange where it was returned. */
export function Cell({ field, align = 'right', isRowHead, rowSpan, isNew = false, children }: Props) {
  const { old, returned, picking } = use(MarksContext);
  const was = old[field];
  const reason = returned[field];
  const isPicked = picking?.picked.has(field) ?? false;
  const names = [
    styles[align],
    (was !== undefined || isNew) && styles['changed'],
    (reason !== undefined || isPicked) && styles['returned'],
  ];
  const className = names.filter(Boolean).join(' ');
  const content = (
    <>
      {was !== undefined && <del>{was}</del>}
      {children}
      {reason !== undefined && reason !== '' && <span className={styles['reason']}>{reason}</span>}
    </>
  );
  const inner = picking ? (
    <button
      type="button"
      className={styles['pick']}
      aria-pressed={isPicked}
      onClick={() => picking.toggle(field)}
    >
      <span className={styles['spoken']}>{picking.labelOf(field)} </span>
      {content}
    </button>
  ) : (
    content
  );
  if (isRowHead) {
    return (
      <th scope="row" className={className}>
        {inner}
      </th>
    );
  }
  return (
    <td className={className} rowSpan={rowSpan}>
      {inner}
    </td>
  );
}
