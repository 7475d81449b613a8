import { useTranslation } from 'react-i18next';
import { Button, KeyCap } from './button';
import { Icon } from './icon';
import styles from './undo-bar.module.css';

interface Props {
  /** What was done, and until when it can be taken back. */
  readonly done: string;
  /** Why it can no longer be taken back, and what to do instead. The bar is a plain sentence then. */
  readonly tooLate?: string | undefined;
  readonly undo: string;
  readonly isUnderWay?: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Says what was just signed and takes it back with one press, for as long as the server allows it. */
export function UndoBar({ done, tooLate, undo, isUnderWay = false, onUndo, onClose }: Props) {
  const { t } = useTranslation();
  const isOver = tooLate !== undefined;
  return (
    <div role="status" className={`${styles['bar']} ${isOver ? styles['over'] : ''}`}>
      <Icon name={isOver ? 'lock' : 'approved'} size={18} />
      <span>{tooLate ?? done}</span>
      {!isOver && (
        <Button size="small" off={isUnderWay} onClick={() => !isUnderWay && onUndo()}>
          <Icon name="undo" />
          {undo}
          <KeyCap>U</KeyCap>
        </Button>
      )}
      <button type="button" className={styles['close']} aria-label={t('undo.close')} onClick={onClose}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
