import type { AllowedAction } from '@yihu/api-contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import styles from './action-bar.module.css';

interface Props {
  readonly more: readonly AllowedAction[];
  readonly notNow: readonly AllowedAction[];
  readonly onChoose: (action: AllowedAction) => void;
}

/** What else there is: what can be done now, and what cannot, each with its reason on press. */
export function MoreMenu({ more, notNow, onChoose }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  if (more.length + notNow.length === 0) return null;
  const choose = (action: AllowedAction) => {
    setOpen(false);
    onChoose(action);
  };
  return (
    <div ref={box} className={styles['more']} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <Button size="large" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('case.bar.more')}
        <Icon name="down" />
      </Button>
      {isOpen && (
        <div className={styles['menu']}>
          <Group actions={more} onChoose={choose} />
          {notNow.length > 0 && <h3>{t('case.bar.notNow')}</h3>}
          <Group actions={notNow} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  readonly actions: readonly AllowedAction[];
  readonly onChoose: (action: AllowedAction) => void;
}

function Group({ actions, onChoose }: GroupProps) {
  const { t } = useTranslation();
  return (
    <ul>
      {actions.map((action) => (
        <li key={action.command}>
          <button type="button" aria-disabled={!action.allowed || undefined} onClick={() => onChoose(action)}>
            {!action.allowed && <Icon name="lock" />}
            {t(`commands.cases.${action.command}`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
