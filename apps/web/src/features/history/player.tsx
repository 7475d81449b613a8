import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/button';
import { Icon, type IconName } from '../../components/icon';
import styles from './player.module.css';
import { SPEEDS, usePlayer } from './use-player';

interface Props {
  readonly index: number;
  readonly count: number;
  /** What the parked step is, for whoever does not see the slider. */
  readonly said: string;
  readonly goTo: (index: number) => void;
}

/** Steps through the events: buttons, a slider that snaps to events, arrow keys, and playing by itself. */
export function Player({ index, count, said, goTo }: Props) {
  const { t } = useTranslation();
  const { isPlaying, speed, play, pause, setSpeed } = usePlayer(index, count, goTo);
  const last = count - 1;
  return (
    <div className={styles['player']} role="group" aria-label={t('history.player')}>
      <div className={styles['buttons']}>
        <Control icon="first" words={t('history.first')} onPress={() => goTo(0)} />
        <Control
          icon="previousStep"
          words={t('history.previous')}
          onPress={() => goTo(Math.max(0, index - 1))}
        />
        <button
          type="button"
          className={styles['play']}
          aria-label={t(isPlaying ? 'history.pause' : 'history.play')}
          onClick={isPlaying ? pause : play}
        >
          {isPlaying ? <span className={styles['bars']} /> : <Icon name="play" size={16} />}
        </button>
        <Control icon="nextStep" words={t('history.next')} onPress={() => goTo(Math.min(last, index + 1))} />
        <Control icon="last" words={t('history.last')} onPress={() => goTo(last)} />
      </div>
      <div className={styles['speeds']} role="group" aria-label={t('history.speed')}>
        {SPEEDS.map((each) => (
          <button key={each} type="button" aria-pressed={each === speed} onClick={() => setSpeed(each)}>
            {each}×
          </button>
        ))}
      </div>
      <input
        type="range"
        className={styles['slider']}
        min={0}
        max={last}
        value={index}
        aria-label={t('history.slider')}
        aria-valuetext={said}
        style={{ '--done': `${last === 0 ? 100 : (index / last) * 100}%` } as React.CSSProperties}
        onChange={(event) => goTo(Number(event.target.value))}
      />
      <b className={styles['count']}>{t('history.count', { step: index + 1, steps: count })}</b>
      <span className={styles['keys']}>
        <KeyCap>←</KeyCap> <KeyCap>→</KeyCap> {t('history.keys')}
      </span>
    </div>
  );
}

interface ControlProps {
  readonly icon: IconName;
  readonly words: string;
  readonly onPress: () => void;
}

function Control({ icon, words, onPress }: ControlProps) {
  return (
    <button type="button" aria-label={words} title={words} onClick={onPress}>
      <Icon name={icon} size={16} />
    </button>
  );
}
