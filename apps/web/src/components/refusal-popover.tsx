import type { RefusalView } from '@yihu/api-contract';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../shared/format';
import { Button } from './button';
import { figuresOf } from './figures';
import { Icon } from './icon';
import styles from './refusal-popover.module.css';

interface Props {
  /** What cannot be done now, in the words of its button. */
  readonly action: string;
  readonly refusals: readonly RefusalView[];
  /** Names of people by the role in which they can clear it, where they are known. */
  readonly people?: Readonly<Record<string, string | undefined>>;
  readonly onClose: () => void;
}

/** Why a grey button is grey: every reason, its numbers, who can clear it, and the rule. Focus goes in and comes back. */
export function RefusalPopover({ action, refusals, people = {}, onClose }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      ref={box}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className={styles['popover']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 id={titleId} className={styles['title']}>
        <Icon name="refused" size={18} />
        {t('refusal.title', { task: action })}
      </h2>
      {refusals.map((refusal) => (
        <Reason key={refusal.rule} refusal={refusal} who={people[refusal.clearedBy]} />
      ))}
      <div className={styles['close']}>
        <Button size="small" onClick={onClose}>
          {t('refusal.close')}
        </Button>
      </div>
    </div>
  );
}

/** One reason of a refusal; screens that list reasons in place use it as well. */
export function Reason({
  refusal,
  who,
}: {
  readonly refusal: RefusalView;
  readonly who?: string | undefined;
}) {
  const { t } = useTranslation();
  const figures = figuresOf(refusal);
  const role = t(`roles.${refusal.clearedBy}`);
  return (
    <section className={styles['reason']}>
      <p className={styles['text']}>{refusal.text}</p>
      {figures.length > 0 && (
        <table className={styles['sum']}>
          <tbody>
            {figures.map(({ name, amountFen }) => (
              <tr key={name} className={name === 'missing' || name === 'over' ? styles['gap'] : undefined}>
                <th scope="row">{t(`refusal.figures.${name}`)}</th>
                <td>{yuan(amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles['who']}>
        <b>{t('refusal.who')}</b> {who === undefined ? role : t('refusal.person', { role, name: who })}
      </p>
      <p className={styles['source']}>
        {t('refusal.source', { rule: refusal.rule, source: refusal.source })}
      </p>
    </section>
  );
}
