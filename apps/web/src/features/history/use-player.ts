import { useEffect, useState } from 'react';

const STEP_MS = 1200;
const FAST = 4;

export type Speed = 1 | typeof FAST;

export const SPEEDS: readonly Speed[] = [1, FAST];

interface Player {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
}

/** Walks from step to step by itself until the last one, and by the arrow keys and the space bar. */
export function usePlayer(index: number, count: number, goTo: (index: number) => void): Player {
  const [wantsToPlay, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const isPlaying = wantsToPlay && index < count - 1;

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => goTo(index + 1), STEP_MS / speed);
    return () => clearTimeout(timer);
  }, [isPlaying, index, speed, goTo]);

  const play = () => {
    if (index === count - 1) goTo(0);
    setPlaying(true);
  };
  const pause = () => setPlaying(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTakenBy(event)) return;
      if (event.key === 'ArrowLeft') goTo(Math.max(0, index - 1));
      else if (event.key === 'ArrowRight') goTo(Math.min(count - 1, index + 1));
      else if (event.key === ' ') setPlaying((playing) => !playing);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [index, count, goTo]);

  return { isPlaying, speed, play, pause, setSpeed };
}

/** What a person types into, moves or presses keeps its own keys. */
function isTakenBy({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const takesAll = 'input, textarea, select';
  return target.closest(key === ' ' ? `${takesAll}, button, a, summary` : takesAll) !== null;
}
