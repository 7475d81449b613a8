import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import styles from './key-help.module.css';

const KEYS = [
  ['J', 'next'],
  ['K', 'previous'],
  ['Enter', 'open'],
  ['A', 'approve'],
  ['R', 'return'],
  ['U', 'undo'],
  ['/', 'search'],
  ['?', 'help'],
  ['Esc', 'close'],
] as const;

/** What the keys do. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className={styles['help']} aria-labelledby="key-help-title" onClose={onClose}>
      <h2 id="key-help-title">{t('inbox.keys.title')}</h2>
      <dl>
        {KEYS.map(([key, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`inbox.keys.acts.${act}`)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => box.current?.close()}>{t('inbox.keys.close')}</Button>
    </dialog>
  );
}
