import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import styles from './form-dialog.module.css';
import { ProblemNote } from './problem-note';

interface Props {
  readonly title: string;
  /** What the button says that gives the command. */
  readonly action: string;
  /** Everything that has to be filled in is. */
  readonly isReady: boolean;
  readonly isUnderWay: boolean;
  readonly error?: Error | null;
  readonly labelOf?: (field: string) => string;
  /** It holds a table. */
  readonly isWide?: boolean;
  readonly onGive: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in front of everything else; what the server has against it is shown in it. */
export function FormDialog({
  title,
  action,
  isReady,
  isUnderWay,
  isWide = false,
  onGive,
  onClose,
  children,
  ...problem
}: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog?.open) dialog?.showModal();
  }, []);
  const canGive = isReady && !isUnderWay;
  return (
    <dialog
      ref={box}
      className={`${styles['dialog']} ${isWide ? styles['wide'] : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canGive) onGive();
        }}
      >
        <h2 id={titleId}>{title}</h2>
        <div className={styles['fields']}>
          {children}
          {problem.error && (
            <ProblemNote error={problem.error} {...(problem.labelOf && { labelOf: problem.labelOf })} />
          )}
        </div>
        <footer>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" look="primary" off={!canGive}>
            {action}
          </Button>
        </footer>
      </form>
    </dialog>
  );
}
