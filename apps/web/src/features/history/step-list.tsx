import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDayOf, timeOf } from '../../shared/format';
import type { Step } from './replay';
import styles from './step-list.module.css';
import { useFactWords } from './use-words';

interface Props {
  readonly steps: readonly Step[];
  readonly index: number;
  readonly onStep: (index: number) => void;
}

/** Every event in order. The parked one is lit, and those after it are pale. */
export function StepList({ steps, index, onStep }: Props) {
  const { t } = useTranslation();
  const sayFact = useFactWords();
  const parked = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const item = parked.current;
    const list = item?.parentElement;
    if (!item || !list) return;
    // Only the list is scrolled: the page stays where the reader has it.
    list.scrollTop = item.offsetTop - list.offsetTop - (list.clientHeight - item.clientHeight) / 2;
  }, [index]);
  return (
    <ol className={styles['list']}>
      {steps.map(({ item, lane, isReturn }, place) => (
        <li key={item.id} ref={place === index ? parked : undefined}>
          <button
            type="button"
            className={place > index ? styles['ahead'] : undefined}
            aria-current={place === index ? 'step' : undefined}
            onClick={() => onStep(place)}
          >
            <i>{place + 1}</i>
            <time dateTime={item.recordedAt}>
              {shortDayOf(item.recordedAt)} {timeOf(item.recordedAt).slice(-5)}
            </time>
            <span>{t(`history.lanes.${lane}`)}</span>
            <b className={isReturn ? styles['return'] : undefined}>{sayFact(item)}</b>
          </button>
        </li>
      ))}
    </ol>
  );
}
