/** A bell that wakes everyone who waits, and nobody who comes later. */
export interface Signal {
  /** Settles at the next `raise`, or when the time is over. */
  wait(timeoutMs: number): Promise<void>;
  raise(): void;
}

/** Makes a bell. */
export function createSignal(): Signal {
  const waiting = new Set<() => void>();
  return {
    wait: (timeoutMs) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        waiting.add(wake);
      }),
    raise: () => {
      for (const wake of waiting) wake();
    },
  };
}
