import type { AllowedAction } from '@yihu/api-contract';
import { useState } from 'react';
import { Button } from './button';
import styles from './command-button.module.css';
import { Icon, type IconName } from './icon';
import { RefusalPopover } from './refusal-popover';

interface Props {
  readonly action: AllowedAction;
  readonly words: string;
  readonly look?: 'primary' | 'plain';
  readonly size?: 'small' | 'middle' | 'large';
  readonly icon?: IconName;
  /** Its place is at the bottom of the screen, so the reasons open above it. */
  readonly isLow?: boolean;
  readonly onPress: () => void;
}

/** Begins a command. Where it cannot be given now the button is grey, and says why when it is pressed. */
export function CommandButton({ action, words, look, size, icon, isLow = false, onPress }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { allowed, refusals } = action;
  return (
    <div className={styles['place']}>
      <Button
        look={look ?? 'plain'}
        size={size ?? 'middle'}
        off={!allowed}
        aria-haspopup={allowed ? undefined : 'dialog'}
        onClick={() => (allowed ? onPress() : setAsking(!isAsking))}
      >
        {allowed ? icon && <Icon name={icon} /> : <Icon name="lock" />}
        {words}
      </Button>
      {isAsking && !allowed && (
        <div className={isLow ? styles['above'] : styles['below']}>
          <RefusalPopover action={words} refusals={refusals} onClose={() => setAsking(false)} />
        </div>
      )}
    </div>
  );
}
